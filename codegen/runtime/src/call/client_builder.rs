//! The methods of a generated client builder, except the setters of credentials.

/// Adds the settings of [`ClientBuilder`](crate::ClientBuilder), and `build`, to a builder that wraps it.
#[doc(hidden)]
#[macro_export]
macro_rules! __client_builder {
    ($builder:ident for $client:ident;) => {
        impl $builder {
            /// Sets a variable of the servers' URLs: see [`ClientBuilder`](rt::ClientBuilder::server_variable).
            pub fn server_variable(self, name: &str, value: impl Into<String>) -> Self {
                Self(self.0.server_variable(name, value))
            }

            /// Sends the calls of a document to another of its servers: see [`ClientBuilder`](rt::ClientBuilder::server).
            pub fn server(self, server: rt::Server) -> Self {
                Self(self.0.server(server))
            }

            /// Sends the calls to another host: see [`ClientBuilder`](rt::ClientBuilder::base_url).
            pub fn base_url(self, url: impl Into<String>) -> Self {
                Self(self.0.base_url(url))
            }

            /// Sets how long an attempt may take: see [`ClientBuilder`](rt::ClientBuilder::timeout).
            pub fn timeout(self, timeout: ::std::time::Duration) -> Self {
                Self(self.0.timeout(timeout))
            }

            /// Sets how long a call may take: see [`ClientBuilder`](rt::ClientBuilder::total_timeout).
            pub fn total_timeout(self, timeout: ::std::time::Duration) -> Self {
                Self(self.0.total_timeout(timeout))
            }

            /// Sets how large a response may be: see [`ClientBuilder`](rt::ClientBuilder::max_body_size).
            pub fn max_body_size(self, bytes: usize) -> Self {
                Self(self.0.max_body_size(bytes))
            }

            /// Sets how many calls run at the same time: see [`ClientBuilder`](rt::ClientBuilder::max_concurrency).
            pub fn max_concurrency(self, calls: usize) -> Self {
                Self(self.0.max_concurrency(calls))
            }

            /// Sets whether calls wait for the rate limit: see [`ClientBuilder`](rt::ClientBuilder::pacing).
            pub fn pacing(self, pacing: $crate::Pacing) -> Self {
                Self(self.0.pacing(pacing))
            }

            /// Sets how often failed calls are retried: see [`ClientBuilder`](rt::ClientBuilder::retry).
            pub fn retry(self, policy: $crate::RetryPolicy) -> Self {
                Self(self.0.retry(policy))
            }

            /// Sets which redirects are followed: see [`ClientBuilder`](rt::ClientBuilder::redirect).
            pub fn redirect(self, policy: $crate::RedirectPolicy) -> Self {
                Self(self.0.redirect(policy))
            }

            /// Sets whether responses that violate the specification are decoded as far as possible: see
            /// [`ClientBuilder`](rt::ClientBuilder::lenient).
            pub fn lenient(self, lenient: bool) -> Self {
                Self(self.0.lenient(lenient))
            }

            /// Sets the `User-Agent`: see [`ClientBuilder`](rt::ClientBuilder::user_agent).
            pub fn user_agent(self, user_agent: impl Into<String>) -> Self {
                Self(self.0.user_agent(user_agent))
            }

            /// Shares the connections of another client: see [`ClientBuilder`](rt::ClientBuilder::http_client).
            pub fn http_client(self, http_client: $crate::HttpClient) -> Self {
                Self(self.0.http_client(http_client))
            }

            /// Adds a layer around every HTTP request: see [`ClientBuilder`](rt::ClientBuilder::layer).
            pub fn layer(self, layer: impl $crate::Layer) -> Self {
                Self(self.0.layer(layer))
            }

            /// Calls `tell` with what a response holds beyond the specification: see
            /// [`ClientBuilder`](rt::ClientBuilder::on_drift).
            pub fn on_drift(self, tell: impl Fn(&$crate::DriftReport<'_>) + Send + Sync + 'static) -> Self {
                Self(self.0.on_drift(tell))
            }

            /// Calls `tell` with what happens to calls, for metrics: see
            /// [`ClientBuilder`](rt::ClientBuilder::on_event).
            pub fn on_event(self, tell: impl Fn(&$crate::CallEvent<'_>) + Send + Sync + 'static) -> Self {
                Self(self.0.on_event(tell))
            }

            /// Creates the client.
            ///
            /// # Errors
            ///
            /// Something is missing or malformed, or no operation can be called with the credentials that are set.
            pub fn build(self) -> Result<$client, rt::Error> {
                self.0.build()
            }
        }

        $crate::__client_builder_script! { $builder }
    };
}

/// The methods that depend on the feature `test-util` of this crate, whichever crate the builder is in.
#[cfg(feature = "test-util")]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_builder_script {
    ($builder:ident) => {
        impl $builder {
            /// Sets a script that responds instead of the API, below all layers.
            pub fn script(self, script: &$crate::test_util::Script) -> Self {
                Self(self.0.script(script))
            }
        }
    };
}

/// The methods that depend on the feature `test-util` of this crate, whichever crate the builder is in.
#[cfg(not(feature = "test-util"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_builder_script {
    ($builder:ident) => {};
}

#[cfg(test)]
mod tests;
