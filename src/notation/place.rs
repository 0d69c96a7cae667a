use super::{capital, date, sentence};
use crate::domain::Organisation;

/// `kopgroep`; of who left when and why: `vertrokken op 2 mei 2028: failliet`.
pub fn place(organisation: &Organisation) -> String {
    let day = organisation.departure.left.map(|day| format!(" op {}", date(day))).unwrap_or_default();
    let why = organisation.departure.left_because.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
    format!("{}{day}{why}", organisation.place.title())
}

/// Who left, why, and what stays behind: `Havenbedrijf. Failliet. Blijft liggen: de nachtdienst.`
pub fn departure(organisation: &Organisation) -> String {
    let why = organisation.departure.left_because.as_ref().map(|why| capital(why));
    let behind = organisation.departure.left_behind.as_ref().map(|behind| format!("Blijft liggen: {behind}"));
    let told: Vec<String> = [Some(organisation.name.clone()), why, behind].into_iter().flatten().collect();
    told.iter().map(|one| sentence(one)).collect::<Vec<_>>().join(" ")
}
