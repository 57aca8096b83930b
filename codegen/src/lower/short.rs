//! Names of methods that do not repeat their resource: `payments().list()` for `listPayments`.

use std::collections::HashMap;

use crate::ir::Ident;
use crate::openapi::Method;

/// A method that is named after its operationId.
pub(super) struct Named {
    pub(super) method: Method,
    pub(super) name: Ident,
}

/// Words after which another word is expected.
const PREPOSITIONS: &[&str] =
    &["and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "per", "to", "using", "via", "with"];

/// Words that can stand before the resource with a verb: what remains does not name anything else.
const BESIDE_VERBS: &[&str] = &["all", "batch", "bulk", "many", "multiple", "one", "single", "some"];

/// Words that belong to the resource.
const ARTICLES: &[&str] = &["a", "an", "the"];

/// What frameworks add to the names of resources.
const NOISE: &[&str] = &["api", "controller", "handler", "resource", "service"];

/// Returns the names without that of the resource, as far as they stay distinct from each other and from `taken` ones.
pub(super) fn without_resource(resource: &str, methods: &[Named], taken: &[&Ident]) -> Vec<Ident> {
    let resource = Ident::snake(resource);
    let shortened: Vec<_> = methods.iter().map(|one| short(resource.plain(), one.name.plain())).collect();
    let mut chosen: Vec<Ident> = methods
        .iter()
        .zip(&shortened)
        .map(|(one, short)| short.as_ref().map_or_else(|| one.name.clone(), |short| Ident::snake(&short.text)))
        .collect();
    // `getPayment` and `getPayments` would both be `get`.
    let counts = count(&chosen, taken);
    let is_list = |(one, short): (&Named, &Option<Short>)| {
        one.method == Method::Get && short.as_ref().is_some_and(|short| short.text == "get" && short.is_plural)
    };
    let mut lists = methods.iter().zip(&shortened).enumerate().filter(|(_, both)| is_list(*both)).map(|(at, _)| at);
    let is_ambiguous = counts.get("get").is_some_and(|count| *count > 1) && !counts.contains_key("list");
    if let (Some(at), None) = (lists.next(), lists.next())
        && let Some(name) = chosen.get_mut(at).filter(|_| is_ambiguous)
    {
        *name = Ident::snake("list");
    }
    // A full name may be the short one of another.
    loop {
        let counts = count(&chosen, taken);
        let mut changed = false;
        for (one, name) in methods.iter().zip(&mut chosen) {
            if *name != one.name && counts.get(name.plain()).is_some_and(|count| *count > 1) {
                name.clone_from(&one.name);
                changed = true;
            }
        }
        if !changed {
            return chosen;
        }
    }
}

fn count(chosen: &[Ident], taken: &[&Ident]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for name in chosen.iter().chain(taken.iter().copied()) {
        *counts.entry(name.plain().to_owned()).or_default() += 1;
    }
    counts
}

struct Short {
    text: String,
    /// Whether the resource stood there in its plural.
    is_plural: bool,
}

/// Returns a name without that of its resource: at the beginning, or behind a verb.
fn short(resource: &str, name: &str) -> Option<Short> {
    let words: Vec<&str> = name.split('_').collect();
    let mut resource: Vec<_> = resource.split('_').collect();
    while resource.len() > 1 && resource.last().is_some_and(|word| NOISE.contains(word)) {
        resource.pop();
    }
    let at = words.windows(resource.len().max(1)).position(|run| is_same(run, &resource))?;
    let end = at + resource.len();
    let is_plural = words.get(..end).and_then(<[_]>::last).is_some_and(|word| is_plural(word));
    let after = words.get(end..)?;
    let mut before = words.get(..at)?.to_vec();
    before.pop_if(|last| ARTICLES.contains(last));
    if before.len() == 1 && is_version(before.first()?) {
        before.clear();
    }
    let is_verb = match before.as_slice() {
        [] | [_] => true,
        [first, rest @ ..] => BESIDE_VERBS.contains(first) || rest.iter().all(|word| BESIDE_VERBS.contains(word)),
    };
    // As in `list_core_v1_pods` of `core_v1`: no name begins with a version.
    let is_group = resource.len() > 1 && resource.last().is_some_and(|word| is_version(word));
    let goes_on = after.first().is_none_or(|word| before.is_empty() || is_group || PREPOSITIONS.contains(word));
    if !is_verb || !goes_on {
        return None;
    }
    let noise = after.iter().take_while(|word| before.is_empty() && NOISE.contains(word)).count();
    let words: Vec<_> = before.into_iter().chain(after.iter().skip(noise).copied()).collect();
    let text = words.join("_");
    let is_whole = |word: Option<&&str>| word.is_some_and(|word| !PREPOSITIONS.contains(word));
    let is_name = is_whole(words.first()) && is_whole(words.last()) && text != "new";
    let is_name = is_name && text.starts_with(|first: char| first.is_ascii_lowercase());
    match is_name {
        // As in `users_list_users`.
        true => Some(short(&resource.join("_"), &text).unwrap_or(Short { text, is_plural })),
        false => None,
    }
}

/// Whether a word is a version, such as `v1`.
fn is_version(word: &str) -> bool {
    word.strip_prefix('v').is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_same(run: &[&str], resource: &[&str]) -> bool {
    !resource.is_empty() && run.iter().zip(resource).all(|(one, other)| is_same_word(one, other))
}

/// Whether words are the same, or one is the plural of the other.
pub(super) fn is_same_word(one: &str, other: &str) -> bool {
    one == other || is_plural_of(one, other) || is_plural_of(other, one)
}

fn is_plural_of(word: &str, singular: &str) -> bool {
    let ending = word.strip_prefix(singular);
    let of_y = || singular.strip_suffix('y').and_then(|begin| word.strip_prefix(begin)) == Some("ies");
    matches!(ending, Some("s" | "es")) || of_y()
}

/// Whether a word looks like a plural.
pub(super) fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_repeat_their_resource() {
        for (resource, name, expected) in [
            ("payments", "list_payments", Some("list")),
            ("Payments", "get_payment", Some("get")),
            ("Emails", "emails_list", Some("list")),
            ("Users", "users_list_users", Some("list")),
            ("UsersController", "users_controller_find_all", Some("find_all")),
            ("User API Keys", "user_api_keys_controller_list", Some("list")),
            ("categories", "create_category", Some("create")),
            ("statuses", "get_status", Some("get")),
            ("files", "list_files_for_vector_store", Some("list_for_vector_store")),
            ("payments", "bulk_create_payments", Some("bulk_create")),
            ("payments", "list_all_payments", Some("list_all")),
            ("customers", "customer_addresses", Some("addresses")),
            ("Application", "v1_application_create", Some("create")),
            ("albums", "get_an_album", Some("get")),
            ("core_v1", "list_core_v1_namespaced_pod", Some("list_namespaced_pod")),
            // The name of something else would remain, or nothing whole.
            ("payments", "get_customer_payment", None),
            ("payments", "add_payment_method", None),
            ("carts", "add_to_cart", None),
            ("carts", "cart", None),
            ("carts", "cart_for_guest", None),
            ("carts", "new_cart", None),
            ("carts", "cart_2fa", None),
            ("pets", "list_owners", None),
        ] {
            assert_eq!(
                short(Ident::snake(resource).plain(), name).map(|short| short.text).as_deref(),
                expected,
                "{name}"
            );
        }
    }

    #[test]
    fn names_stay_distinct() {
        let shortened = |taken: &[&str], names: &[(Method, &str)]| {
            let named: Vec<_> =
                names.iter().map(|(method, name)| Named { method: *method, name: Ident::snake(name) }).collect();
            let taken: Vec<_> = taken.iter().map(|name| Ident::snake(name)).collect();
            let names = without_resource("pets", &named, &taken.iter().collect::<Vec<_>>());
            names.iter().map(|name| name.plain().to_owned()).collect::<Vec<_>>().join(" ")
        };
        use Method::{Delete, Get, Post};
        assert_eq!(shortened(&[], &[(Get, "list_pets"), (Get, "get_pet"), (Post, "add_pet")]), "list get add");
        assert_eq!(shortened(&[], &[(Get, "get_pets"), (Get, "get_pet")]), "list get");
        assert_eq!(shortened(&[], &[(Get, "get_pets"), (Get, "get_pet"), (Get, "list_pets")]), "get_pets get_pet list");
        assert_eq!(shortened(&[], &[(Delete, "delete_pets"), (Delete, "delete_pet")]), "delete_pets delete_pet");
        assert_eq!(shortened(&["list"], &[(Get, "list_pets"), (Get, "get_pet")]), "list_pets get");
        assert_eq!(shortened(&[], &[(Get, "list"), (Get, "list_pets")]), "list list_pets");
        // `pet_list_pet` would be `list_pet`, which is the name of the other.
        assert_eq!(shortened(&[], &[(Get, "list_pet"), (Get, "pets_list")]), "list_pet pets_list");
    }
}
