use super::date;
use crate::domain::Organisation;

/// `kopgroep`; of who left when and why: `vertrokken op 2 mei 2028: failliet`.
pub fn place(organisation: &Organisation) -> String {
    let day = organisation.departure.left.map(|day| format!(" op {}", date(day))).unwrap_or_default();
    let why = organisation.departure.left_because.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
    format!("{}{day}{why}", organisation.place.title())
}
