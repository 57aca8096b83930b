//! Several calls that are one to their caller.

use bytes::Bytes;

use super::finish::Finish;
use crate::{
    call::{decode::Decoder, paging::Pages},
    transport::{error::Error, execute::execute, request::Request, response::Response},
    types::check::Violation,
    wire::{listing::Page, spec::Operation},
};

/// All pages as one, with what came beside the last of them.
pub(super) async fn all_pages<T: Page + Send + 'static>(
    request: Request,
    decoder: Decoder<T>,
) -> Result<Response<T>, Error> {
    let operation = request.operation();
    let parts = request.clone().into_parts().map_err(|violation| invalid(operation, &violation))?;
    if parts.len() == 1 {
        return call(request, &decoder).await.map(|called| called.response);
    }
    let mut pages = Pages::<T>::new(request, decoder).prefetch(0);
    let mut whole: Option<Response<T>> = None;
    while let Some(page) = pages.try_next().await? {
        match &mut whole {
            None => whole = Some(page),
            Some(whole) => {
                let (value, meta) = (page.value, page.meta);
                whole.value.add_items(value.into_items());
                whole.meta = meta.with_earlier(&whole.meta);
            }
        }
    }
    // There is a page, if only an empty one.
    let mut whole = whole.ok_or_else(|| Error::endless_pages().of(operation))?;
    whole.value.make_whole();
    Ok(whole)
}

/// One part after the other, until one fails; with what came beside the last.
pub(super) async fn all_parts(request: Request, decoder: Decoder<()>) -> Result<Response<()>, Error> {
    let operation = request.operation();
    let parts = request.into_parts().map_err(|violation| invalid(operation, &violation))?;
    let count = parts.len();
    let mut last = None;
    for (done, part) in parts.into_iter().enumerate() {
        let called = call(part, &decoder).await.map_err(|error| error.after(done, count))?;
        last = Some(called.response);
    }
    last.ok_or_else(|| Error::endless_pages().of(operation))
}

fn invalid(operation: &'static Operation, violation: &Violation) -> Error {
    Error::invalid_request(violation).of(operation)
}

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
