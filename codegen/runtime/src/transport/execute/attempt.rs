//! One attempt of a call: the head of its response, then the body.

use bytes::Bytes;
use reqwest::Response;
use tokio::time::{Instant, timeout_at};

use super::{
    message::{Message, after},
    redirect,
};
use crate::{
    transport::{
        error::{Error, Loss},
        media,
        raw_response::RawResponse,
        response::ResponseMeta,
        streaming::Live,
    },
    wire::{coding, decode::DecodeFailure},
};

/// Makes one attempt. Its deadline applies to layers as well: the timeout of a request covers only the HTTP client.
pub(super) async fn send(message: &Message<'_>, deadline: Instant) -> Result<RawResponse, Error> {
    let request = message.request;
    let core = request.core();
    let limit = request.options().and_then(|options| options.timeout).unwrap_or(core.timeout());
    let end = after(Instant::now(), limit).min(deadline);
    let late = |_| Error::lost(Loss::Timeout, None);
    let redirect::Head { mut response, not_followed } =
        timeout_at(end, redirect::head(message, end)).await.map_err(late)??;
    let headers = std::mem::take(response.headers_mut());
    let operation = request.operation();
    let meta = ResponseMeta::new(operation.api, response.status(), headers);
    let is_success = operation.succeeds_with(meta.status());
    let unreadable = coding::unknown(meta.headers()).filter(|_| is_success);
    // A response that cannot be events is read completely, for the error.
    let is_stream = message.live && !(message.wants_events && media::replaces_events(operation, meta.headers()));
    if is_stream && is_success && unreadable.is_none() {
        let streamed = RawResponse::new(meta.clone(), Bytes::new());
        streamed.live.set(Some(Box::new(Live {
            response,
            operation,
            meta,
            idle_timeout: limit,
            most: core.max_body(),
        })));
        return Ok(streamed);
    }
    match timeout_at(end, body(response, core.max_body())).await {
        Ok(Ok(body)) => match unreadable {
            Some(why) if message.live || !body.is_empty() => {
                let failure = DecodeFailure { path: None, message: format!("it {why}"), hides_success: false };
                Err(Error::decode(operation, meta, body, failure))
            }
            _ => Ok(RawResponse { not_followed, ..RawResponse::new(meta, body) }),
        },
        Ok(Err(NoBody::Lost(error))) => Err(Error::http(error, Some(meta))),
        Ok(Err(NoBody::TooLarge)) => Err(Error::too_large(core.max_body(), meta)),
        Err(_) => Err(Error::lost(Loss::Timeout, Some(meta))),
    }
}

enum NoBody {
    Lost(reqwest::Error),
    TooLarge,
}

/// Reads the whole decompressed body, if it is not larger than `most`.
async fn body(mut response: Response, most: usize) -> Result<Bytes, NoBody> {
    let is_too_large = |length: u64| usize::try_from(length).map_or(true, |length| length > most);
    if response.content_length().is_some_and(is_too_large) {
        return Err(NoBody::TooLarge);
    }
    let mut length = 0;
    let mut next = async || {
        let chunk = response.chunk().await.map_err(NoBody::Lost)?;
        length += chunk.as_ref().map_or(0, Bytes::len);
        if length > most { Err(NoBody::TooLarge) } else { Ok(chunk) }
    };
    // Most responses are a single chunk, which needs no copy.
    let Some(first) = next().await? else { return Ok(Bytes::new()) };
    let Some(second) = next().await? else { return Ok(first) };
    let mut chunks = vec![first, second];
    while let Some(chunk) = next().await? {
        chunks.push(chunk);
    }
    Ok(chunks.concat().into())
}
