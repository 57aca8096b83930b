use super::*;

#[test]
fn an_outline_has_what_is_particular() {
    let code = r##"
        // @generated from api.yaml by `cargo xtask generate`: change that, not this.

        //! The zoo.

        use openapi_client_runtime::rt;

        impl<'a> Zoo<'a> {
            pub(super) fn new(core: &'a rt::Core) -> Self {
                Self { core }
            }

            /// `read`.
            ///
            /// `GET /animals/{id}`.
            ///
            /// # Example
            ///
            /// ```no_run
            /// # async fn example() {
            /// client.zoo().read(7).await?;
            /// # }
            /// ```
            pub fn read(&self, id: i64) -> Read {
                Read { request: rt::Request::new(self.core, &READ).path("id", id) }
            }
        }

        /// A call of [`Zoo::read`]: `.await` sends it.
        pub struct Read {
            request: rt::Request,
        }

        static READ: rt::Operation = rt::Operation { path: "/animals/{id}", ..rt::Operation::new(&super::API) };

        /// What lives here.
        #[derive(Clone)]
        pub struct Animal {
            /// `name`.
            pub name: String,
            /// In kilograms.
            pub weight: Option<f64>,
        }

        impl Animal {
            pub fn new(name: impl Into<String>) -> Self {
                Self { name: name.into(), ..rt::Empty::empty() }
            }
        }

        rt::object! {
            Animal {
                name: "name" required,
                weight: "weight" optional,
            }
        }
    "##;
    let expected = "\
zoo.rs from api.yaml
  //! The zoo.
  Zoo.read(id: i64) -> Read
    // `read`. `GET /animals/{id}`.
    > client.zoo().read(7).await?;
    .path(\"id\", id)
  READ: Operation = { path: \"/animals/{id}\" }
  Animal.new(name: impl Into<String>)
  object Animal // What lives here.
    name: \"name\" required String
    weight: \"weight\" optional Option<f64> // In kilograms.
";
    assert_eq!(outline(&Files::from([("zoo.rs".to_owned(), code.trim_start().to_owned())])), expected);
}
