//! Turns a raw response into the typed response of its operation.

use crate::{
    call::decode::Decoder,
    transport::{
        drift_report::{DriftReport, OnDrift},
        error::Error,
        raw_response::RawResponse,
        request::Request,
        response::Response,
        trace,
    },
    types::rejected::Rejected,
    wire::{
        decode::DecodeFailure, drift, drift_kind::Drift, errors::ErrorResponse, spec::Operation, status::StatusRange,
    },
};

/// What decoding a response needs besides its decoder.
pub(in crate::call) struct DecodeContext {
    operation: &'static Operation,
    on_drift: Option<OnDrift>,
    /// Whether items that cannot be decoded are set aside.
    lenient: bool,
}

impl DecodeContext {
    pub(in crate::call) fn of(request: &Request) -> Self {
        let (core, options) = (request.core(), request.options());
        Self {
            operation: request.operation(),
            on_drift: core.on_drift().cloned(),
            lenient: options.and_then(|options| options.lenient).unwrap_or(core.is_lenient()),
        }
    }

    pub(in crate::call) fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Decodes a response, or turns it into an error.
    pub(in crate::call) fn decode<T>(
        &self,
        response: Result<RawResponse, Error>,
        decoder: &Decoder<T>,
    ) -> Result<Response<T>, Error> {
        let mut response = response?;
        response.is_lenient = self.lenient;
        let (status, is_success) = (response.status(), self.operation.succeeds_with(response.meta.status()));
        if !is_success {
            let declared = ErrorResponse::of(self.operation.errors, status);
            // A response that tells of a partial success is not an error.
            if self.operation.partial.contains(&status) {
                match drift::collect(|| self.read(&response, decoder)) {
                    (Ok((value, rejected)), mut drift) => {
                        drift.extend(
                            rejected.iter().map(|rejected| Drift::rejected_item(self.operation.name, rejected)),
                        );
                        self.note(&mut response, drift, declared.is_some());
                        return Ok(Response { value, meta: response.meta.with_rejected(rejected) });
                    }
                    (Err(failure), _) => response.is_indeterminate |= failure.hides_success,
                }
            }
            let (api, drift) = drift::collect(|| declared.and_then(|declared| declared.read(&response.body)));
            self.note(&mut response, drift, declared.is_some());
            return Err(response.refused(self.operation, api));
        }
        response.problem = Some(&self.operation.api.problem);
        response.may_be_empty = self.operation.writes();
        let (value, mut drift) = drift::collect(|| self.read(&response, decoder));
        if response.undeclared_body.take() {
            drift.push(Drift::undeclared_body(self.operation.name));
        }
        if response.missing_body.take() {
            drift.push(Drift::missing_body(self.operation.name));
        }
        if let Ok((_, rejected)) = &value {
            drift.extend(rejected.iter().map(|rejected| Drift::rejected_item(self.operation.name, rejected)));
        }
        let is_declared = StatusRange::narrowest(self.operation.successes, status).is_some();
        self.note(&mut response, drift, is_declared);
        match value {
            Ok((value, rejected)) => Ok(Response { value, meta: response.meta.with_rejected(rejected) }),
            Err(failure) => Err(Error::decode(self.operation, response.meta, response.body, failure)),
        }
    }

    /// Decodes a response. Also returns what was set aside.
    fn read<T>(&self, response: &RawResponse, decoder: &Decoder<T>) -> Result<(T, Vec<Rejected>), DecodeFailure> {
        match decoder.lenient {
            Some(read) if self.lenient => read(response),
            _ => (decoder.read)(response).map(|value| (value, response.rejected.take())),
        }
    }

    /// Attaches the drift to a response, and reports it.
    fn note(&self, response: &mut RawResponse, mut drift: Vec<Drift>, is_declared: bool) {
        if !is_declared {
            drift.insert(0, Drift::undeclared_status(self.operation.name, response.meta.status()));
        }
        if drift.is_empty() {
            return;
        }
        response.meta.set_drift(drift);
        let report = DriftReport { operation: self.operation, meta: &response.meta };
        trace::drift(&report);
        if let Some(tell) = &self.on_drift {
            tell(&report);
        }
    }
}
