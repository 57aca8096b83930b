//! One call, from its request to its typed response.

mod finish;

use bytes::Bytes;

pub(super) use self::finish::Finish;
use crate::{
    call::decode::Decoder,
    transport::{error::Error, execute::execute, request::Request, response::Response},
};

/// What a call has brought.
pub(crate) struct Called<T> {
    pub(crate) response: Response<T>,
    /// All of the answer's body.
    pub(crate) text: Bytes,
    /// Whether an earlier attempt may have done what the answer says nothing of.
    pub(crate) in_doubt: bool,
}

/// Makes one call.
pub(crate) async fn call<T>(request: Request, decoder: &Decoder<T>) -> Result<Called<T>, Error> {
    let finish = Finish::of(&request);
    let answer = execute(request, decoder.accept, false).await;
    let (text, in_doubt) = answer.as_ref().map(|answer| (answer.body.clone(), answer.in_doubt)).unwrap_or_default();
    finish.apply(answer, decoder).map(|response| Called { response, text, in_doubt })
}
