//! What is made of the real spec: all of it, always the same, and no more than follows from it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Generated, Options, generate};

use crate::conventions::{count, lookups, versions};

type Files = BTreeMap<String, String>;

pub fn spec() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec")
}

fn run(folder: &Path) -> Generated {
    let mut options = Options::modules("zoo", "spec");
    options.command = "cargo xtask regen".to_owned();
    generate(&[folder.to_owned()], &options)
}

/// The files made of a folder, in which nothing may be wrong.
fn files(folder: &Path) -> Files {
    let generated = run(folder);
    assert!(generated.diagnostics.is_empty(), "{:#?}", generated.diagnostics);
    generated.tree.unwrap().files
}

/// A copy of the spec that may be edited.
pub struct Copy(tempfile::TempDir);

impl Copy {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&spec(), folder.path());
        Self(folder)
    }

    /// Replaces every occurrence of a text in some fragments.
    fn edit(&self, fragments: &[&str], old: &str, new: &str) {
        for fragment in fragments {
            let path = self.0.path().join(fragment);
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.contains(old), "`{old}` is not in {fragment}");
            assert!(!text.contains(new), "`{new}` is in {fragment} already");
            fs::write(path, text.replace(old, new)).unwrap();
        }
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn path(&self, fragment: &str) -> PathBuf {
        self.0.path().join(fragment)
    }

    fn files(&self) -> Files {
        files(self.0.path())
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let (from, to) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if from.is_dir() {
            fs::create_dir(&to).unwrap();
            copy(&from, &to);
        } else {
            fs::copy(from, to).unwrap();
        }
    }
}

/// The paths of the files that are not the same in both.
fn changed(before: &Files, after: &Files) -> Vec<String> {
    let paths: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).cloned().collect()
}

#[test]
fn the_whole_spec_is_generated() {
    let generated = run(&spec());
    assert!(generated.diagnostics.is_empty(), "{:#?}", generated.diagnostics);
    assert_eq!(generated.summary.operations, count(), "each operation of the YAML is generated");
    let files = generated.tree.unwrap().files;
    // One module for each fragment, one file for each version, and the client.
    let mut wanted = BTreeSet::from(["client.rs".to_owned()]);
    for version in versions() {
        wanted.insert(format!("{version}.rs"));
        for entry in fs::read_dir(spec().join(&version)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name != "api.yaml" {
                wanted.insert(format!("{version}/{}.rs", name.strip_suffix(".yaml").unwrap()));
            }
        }
    }
    assert_eq!(files.keys().cloned().collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn equal_specs_give_equal_bytes() {
    let first = files(&spec());
    assert_eq!(changed(&first, &files(&spec())), [""; 0]);
    // Wherever the spec lies.
    assert_eq!(changed(&first, &Copy::new().files()), [""; 0]);
}

#[test]
fn a_description_changes_one_file() {
    let before = files(&spec());
    for (fragment, old, module) in [
        ("v3/consent.yaml", "What a customer allowed and denied.", "v3/consent.rs"),
        ("v3/consent.yaml", "Returns a customer's consent.", "v3/consent.rs"),
        ("v3/consent.yaml", "Categories that the customer refused.", "v3/consent.rs"),
        ("v2/customer_groups.yaml", "Returns one customer group.", "v2/customer_groups.rs"),
    ] {
        let copy = Copy::new();
        copy.edit(&[fragment], old, "Something else entirely.");
        assert_eq!(changed(&before, &copy.files()), [module], "{old}");
    }
}

#[test]
fn a_property_changes_the_modules_that_name_it() {
    let before = files(&spec());
    // This one is named by its own module alone.
    let copy = Copy::new();
    copy.edit(&["v3/consent.yaml"], "updated_at", "recorded_at");
    assert_eq!(changed(&before, &copy.files()), ["v3/consent.rs"]);

    // This one, of a type that half of the modules use, is named by an example of another module too.
    let copy = Copy::new();
    let value = "value: {$ref: '#/components/schemas/FieldValue'}";
    copy.edit(&["v3/common.yaml"], value, &format!("{value}\n        aside: {{type: string, description: More.}}"));
    copy.edit(&["v3/addresses.yaml"], "value: '0316'}", "value: '0316', aside: Bolted}");
    let before = copy.files();
    assert!(before["v3/addresses.rs"].contains(".aside(\"Bolted\")"));
    copy.edit(&["v3/common.yaml", "v3/addresses.yaml"], "aside", "remark");
    assert_eq!(changed(&before, &copy.files()), ["v3/addresses.rs", "v3/common.rs"]);
}

#[test]
fn a_type_changes_the_modules_that_name_it() {
    let copy = Copy::new();
    copy.edit(&["v3/addresses.yaml", "v3/customers.yaml"], "AddressType", "PlaceKind");
    assert_eq!(changed(&files(&spec()), &copy.files()), ["v3/addresses.rs", "v3/customers.rs"]);
}

/// The text of the documentation of an item.
fn docs(attributes: &[syn::Attribute]) -> String {
    let line = |attribute: &syn::Attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(format!("{}\n", text.value())),
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(line).collect()
}

/// Whether a type is written with a lifetime, such as `Pets<'_>`.
fn has_lifetime(ty: &syn::Type) -> bool {
    let syn::Type::Path(ty) = ty else { return false };
    ty.path.segments.iter().any(|segment| match &segment.arguments {
        syn::PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().any(|argument| matches!(argument, syn::GenericArgument::Lifetime(_)))
        }
        _ => false,
    })
}

#[test]
fn every_operation_has_an_example() {
    let mut methods = 0;
    for (path, text) in files(&spec()).iter().filter(|(path, _)| path.contains('/')) {
        let (module, file) = (path.replace('/', "().").replace(".rs", "()"), syn::parse_file(text).unwrap());
        for item in file.items {
            // The handle is the only type with a lifetime and methods of its own.
            let syn::Item::Impl(block) = item else { continue };
            if block.trait_.is_some() || !has_lifetime(&block.self_ty) {
                continue;
            }
            for item in block.items {
                let syn::ImplItem::Fn(function) = item else { continue };
                if !matches!(function.vis, syn::Visibility::Public(_)) {
                    continue;
                }
                let (name, docs) = (function.sig.ident.to_string(), docs(&function.attrs));
                // What sends any number of items refers to the operation.
                if name.ends_with("_batches") {
                    assert!(docs.contains("](Self::"), "{path}: {name}\n{docs}");
                    continue;
                }
                let (_, example) = docs.split_once("# Example\n").unwrap_or_else(|| panic!("{path}: {name}\n{docs}"));
                // However it is wrapped, it calls this very method and waits for the answer.
                let call: String = example.split_whitespace().collect();
                assert!(call.contains(&format!("{module}.{name}(")), "{path}: {name}\n{example}");
                assert!(call.contains(".await?"), "{path}: {name}\n{example}");
                methods += 1;
            }
        }
    }
    // Each operation, and what looks a customer up.
    assert_eq!(methods, count() + lookups());
}

/// The words of a text that have a shape, whatever surrounds them.
fn shaped(text: &str, is_part: impl Fn(char) -> bool, is_shape: impl Fn(&str) -> bool) -> Vec<&str> {
    text.split(|char: char| !is_part(char)).map(|word| word.trim_matches('.')).filter(|word| is_shape(word)).collect()
}

#[test]
fn nothing_comes_from_outside_the_spec() {
    let mut spoken = String::new();
    for version in versions() {
        for entry in fs::read_dir(spec().join(&version)).unwrap() {
            spoken += &fs::read_to_string(entry.unwrap().path()).unwrap();
        }
    }
    let copy = Copy::new();
    let folder = fs::canonicalize(spec()).unwrap();
    let roots = [env!("CARGO_MANIFEST_DIR"), folder.to_str().unwrap(), copy.0.path().to_str().unwrap()];
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = |word: &str, by: char| word.split(by).map(str::len).collect::<Vec<_>>();
    for (path, text) in files(&spec()).into_iter().chain(copy.files()) {
        let (head, body) = text.split_once('\n').unwrap();
        let sources = match path.split_once('.').unwrap().0 {
            "client" => {
                versions().iter().map(|version| format!("spec/{version}/api.yaml")).collect::<Vec<_>>().join(", ")
            }
            version if !version.contains('/') => format!("spec/{version}/api.yaml"),
            module => format!("spec/{module}.yaml"),
        };
        assert_eq!(
            head,
            format!(
                "// @generated by `cargo xtask regen` from {sources}. Do not edit; change the spec and regenerate."
            )
        );
        for root in roots {
            assert!(!text.contains(root), "{path}: {root}");
        }
        // Versions and dates are only there where the documents have them.
        let versions = shaped(
            body,
            |char| char.is_ascii_digit() || char == '.',
            |word| word.split('.').count() >= 3 && word.split('.').all(is_number),
        );
        let dates = shaped(
            body,
            |char| char.is_ascii_digit() || char == '-',
            |word| parts(word, '-') == [4, 2, 2] && word.split('-').all(is_number),
        );
        for word in versions.into_iter().chain(dates) {
            assert!(spoken.contains(word), "{path}: {word}");
        }
        assert!(!body.contains(env!("CARGO_PKG_VERSION")), "{path}");
    }
}
