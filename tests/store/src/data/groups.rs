//! Customer groups.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::moment::Moment;

#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) id: u64,
    /// Name, access and rules, as in responses.
    pub(crate) object: Map<String, Value>,
    pub(crate) created: Moment,
    pub(crate) modified: Option<Moment>,
}

/// All groups.
#[derive(Debug)]
pub(crate) struct Groups {
    pub(crate) all: BTreeMap<u64, Group>,
    pub(crate) last: u64,
}

impl Groups {
    /// Creates the initial groups.
    pub(crate) fn new(count: u64, now: Moment) -> Self {
        let group = |id: u64| {
            let object = blank(&format!("Group {id}"));
            (id, Group { id, object, created: now, modified: None })
        };
        Self { all: (1..=count).map(group).collect(), last: count }
    }

    /// Whether a customer may be assigned to this group. 0 stands for none.
    pub(crate) fn exists_or_none(&self, id: u64) -> bool {
        id == 0 || self.all.contains_key(&id)
    }
}

pub(crate) fn blank(name: &str) -> Map<String, Value> {
    let object = json!({
        "name": name,
        "is_default": false,
        "category_access": {"type": "all"},
        "discount_rules": [],
        "is_group_for_guests": false,
    });
    object.as_object().cloned().unwrap_or_default()
}

pub(crate) fn view(group: &Group) -> Value {
    let mut view = group.object.clone();
    view.insert("id".to_owned(), group.id.into());
    view.insert("date_created".to_owned(), group.created.plain().into());
    view.insert("date_modified".to_owned(), group.modified.map(Moment::plain).into());
    Value::Object(view)
}
