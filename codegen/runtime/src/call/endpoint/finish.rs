//! From an answer to what its operation promises.

use crate::{
    call::{decode::Decoder, errors::ErrorSet},
    transport::{
        answer::{Answer, DecodeFailure},
        drift_report::{DriftReport, OnDrift},
        error::{Error, OperationError},
        request::Request,
        response::Response,
        trace,
    },
    types::rejected::Rejected,
    wire::{drift, drift_kind::Drift, spec::Operation, status::StatusRange},
};

/// What an answer is to become, besides its type.
pub(super) struct Finish {
    operation: &'static Operation,
    on_drift: Option<OnDrift>,
    /// Whether items that do not decode are set aside.
    lenient: bool,
}

impl Finish {
    pub(super) fn of(request: &Request) -> Self {
        let (core, options) = (request.core(), request.options());
        Self {
            operation: request.operation(),
            on_drift: core.on_drift().cloned(),
            lenient: options.and_then(|options| options.lenient).unwrap_or(core.is_lenient()),
        }
    }

    pub(super) fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Makes of an answer what the operation promises.
    pub(super) fn apply<T, E: ErrorSet>(
        &self,
        answer: Result<Answer, Error>,
        decoder: &Decoder<T>,
    ) -> Result<Response<T>, OperationError<E>> {
        let mut answer = answer.map_err(|error| OperationError::new(error, None))?;
        answer.is_lenient = self.lenient;
        let (status, is_success) = (answer.status(), self.operation.succeeds_with(answer.meta.status()));
        if !is_success {
            // An answer that tells of something achieved is no error.
            if self.operation.partial.contains(&status) {
                match drift::collect(|| self.read(&answer, decoder)) {
                    (Ok((value, rejected)), mut drift) => {
                        drift.extend(rejected.iter().map(|rejected| Drift::rejected_item(E::NAME, rejected)));
                        self.note(&mut answer, drift, E::STATUSES, E::NAME);
                        return Ok(Response { value, meta: answer.meta.with_rejected(rejected) });
                    }
                    (Err(failure), _) => answer.in_doubt |= failure.hides_success,
                }
            }
            let (api, drift) = drift::collect(|| E::read(status, &answer.body));
            self.note(&mut answer, drift, E::STATUSES, E::NAME);
            return Err(OperationError::new(Error::api(self.operation, answer), Some(api)));
        }
        answer.problem = Some(&self.operation.api.problem);
        let (value, mut drift) = drift::collect(|| self.read(&answer, decoder));
        if answer.undeclared_body.take() {
            drift.push(Drift::undeclared_body(E::NAME));
        }
        if let Ok((_, rejected)) = &value {
            drift.extend(rejected.iter().map(|rejected| Drift::rejected_item(E::NAME, rejected)));
        }
        self.note(&mut answer, drift, self.operation.successes, E::NAME);
        match value {
            Ok((value, rejected)) => Ok(Response { value, meta: answer.meta.with_rejected(rejected) }),
            Err(failure) => Err(OperationError::new(Error::decode(self.operation, answer, failure), None)),
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
    fn note(&self, answer: &mut Answer, mut drift: Vec<Drift>, declared: &[StatusRange], error: &'static str) {
        let status = answer.meta.status();
        if StatusRange::choose(declared, status.as_u16()).is_none() {
            drift.insert(0, Drift::undeclared_status(error, status));
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
