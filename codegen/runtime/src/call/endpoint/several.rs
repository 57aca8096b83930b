//! Several calls that are one to the caller.

use crate::{
    call::{decode::Decoder, paging::Pages, single::call},
    transport::{error::Error, request::Request, response::Response},
    types::check::Violation,
    wire::{listing::Page, spec::Operation},
};

/// Returns all pages as one, with the metadata of the last one.
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
    // There is always a page, if only an empty one.
    let mut whole = whole.ok_or_else(|| Error::endless_pages().of(operation))?;
    whole.value.set_merged_totals();
    Ok(whole)
}

/// Sends one part after the other, until one fails. Returns the response of the last one.
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
