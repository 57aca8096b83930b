//! One call, from its request to its typed response.

mod decode_context;

use bytes::Bytes;

pub(super) use self::decode_context::DecodeContext;
use crate::{
    call::decode::Decoder,
    transport::{error::Error, execute::execute, request::Request, response::Response},
};

/// The response of a call, and what it takes to build an error from it.
pub(crate) struct Called<T> {
    pub(crate) response: Response<T>,
    /// The body of the response.
    pub(crate) text: Bytes,
    /// Whether an earlier attempt may have done something that the response does not tell.
    pub(crate) is_indeterminate: bool,
}

/// Makes one call.
pub(crate) async fn call<T>(request: Request, decoder: &Decoder<T>) -> Result<Called<T>, Error> {
    let context = DecodeContext::of(&request);
    let response = execute(request, decoder.accept, false).await;
    let (text, is_indeterminate) =
        response.as_ref().map(|response| (response.body.clone(), response.is_indeterminate)).unwrap_or_default();
    context.decode(response, decoder).map(|response| Called { response, text, is_indeterminate })
}
