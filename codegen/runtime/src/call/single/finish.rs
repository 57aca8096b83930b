//! From an answer to what its operation promises.

use crate::{
    call::decode::Decoder,
    transport::{
        answer::Answer,
        drift_report::{DriftReport, OnDrift},
        error::Error,
        request::Request,
        response::Response,
        trace,
    },
    types::rejected::Rejected,
    wire::{
        decode::DecodeFailure, drift, drift_kind::Drift, errors::ErrorResponse, spec::Operation, status::StatusRange,
    },
};

/// What an answer is to become, besides its type.
pub(in crate::call) struct Finish {
    operation: &'static Operation,
    on_drift: Option<OnDrift>,
    /// Whether items that do not decode are set aside.
    lenient: bool,
}

impl Finish {
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

    /// Makes of an answer what the operation promises.
    pub(in crate::call) fn apply<T>(
        &self,
        answer: Result<Answer, Error>,
        decoder: &Decoder<T>,
    ) -> Result<Response<T>, Error> {
        let mut answer = answer?;
        answer.is_lenient = self.lenient;
        let (status, is_success) = (answer.status(), self.operation.succeeds_with(answer.meta.status()));
        if !is_success {
            let declared = ErrorResponse::of(self.operation.errors, status);
            // An answer that tells of something achieved is no error.
            if self.operation.partial.contains(&status) {
                match drift::collect(|| self.read(&answer, decoder)) {
                    (Ok((value, rejected)), mut drift) => {
                        drift.extend(
                            rejected.iter().map(|rejected| Drift::rejected_item(self.operation.name, rejected)),
                        );
                        self.note(&mut answer, drift, declared.is_some());
                        return Ok(Response { value, meta: answer.meta.with_rejected(rejected) });
                    }
                    (Err(failure), _) => answer.in_doubt |= failure.hides_success,
                }
            }
            let (api, drift) = drift::collect(|| declared.and_then(|declared| declared.read(&answer.body)));
            self.note(&mut answer, drift, declared.is_some());
            return Err(answer.refused(self.operation, api));
        }
        answer.problem = Some(&self.operation.api.problem);
        let (value, mut drift) = drift::collect(|| self.read(&answer, decoder));
        if answer.undeclared_body.take() {
            drift.push(Drift::undeclared_body(self.operation.name));
        }
        if let Ok((_, rejected)) = &value {
            drift.extend(rejected.iter().map(|rejected| Drift::rejected_item(self.operation.name, rejected)));
        }
        let is_declared = StatusRange::choose(self.operation.successes, status).is_some();
        self.note(&mut answer, drift, is_declared);
        match value {
            Ok((value, rejected)) => Ok(Response { value, meta: answer.meta.with_rejected(rejected) }),
            Err(failure) => Err(Error::decode(self.operation, answer.meta, answer.body, failure)),
        }
    }

    /// Decodes an answer; with what was set aside of it.
    fn read<T>(&self, answer: &Answer, decoder: &Decoder<T>) -> Result<(T, Vec<Rejected>), DecodeFailure> {
        match decoder.lenient {
            Some(read) if self.lenient => read(answer),
            _ => (decoder.read)(answer).map(|value| (value, answer.rejected.take())),
        }
    }

    /// Keeps the drift of an answer with it, and tells of it.
    fn note(&self, answer: &mut Answer, mut drift: Vec<Drift>, is_declared: bool) {
        if !is_declared {
            drift.insert(0, Drift::undeclared_status(self.operation.name, answer.meta.status()));
        }
        if drift.is_empty() {
            return;
        }
        answer.meta.set_drift(drift);
        let report = DriftReport { operation: self.operation, meta: &answer.meta };
        trace::drift(&report);
        if let Some(tell) = &self.on_drift {
            tell(&report);
        }
    }
}
