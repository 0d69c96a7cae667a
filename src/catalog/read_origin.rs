use super::draft::Reader;
use crate::domain::{Origin, POINTS};
use crate::source::{Fault, Table, did_you_mean, quoted};

/// The points of the guide that something carries; an unknown one is a fault.
pub(super) fn read_points(table: &Table, reader: &mut Reader) -> Vec<String> {
    let mut points = Vec::new();
    for point in table.texts("points") {
        if POINTS.contains(&point.value) {
            points.push(point.value.to_owned());
        } else {
            let message = format!("de handreiking heeft geen punt {}", quoted(point.value));
            reader.fault(Fault::at(point.span, message).tip_if(did_you_mean(point.value, POINTS)));
        }
    }
    points
}

/// Where it comes from. What is the guide's or follows from it names its points; regio's own names its source and date.
pub(super) fn read_origin(table: &Table, reader: &mut Reader) -> Origin {
    let word = table.text("origin");
    let supplement = word.as_ref().is_some_and(|word| word.value == "aanvulling");
    if supplement {
        return match (table.string("source"), table.date("dated")) {
            (Some(source), Some(dated)) => Origin::Supplement { source, dated: dated.value },
            _ => {
                let fault = Fault::new(word.map(|word| word.span), "bij een aanvulling horen 'source' en 'dated'");
                reader.fault(fault.tip("zet erbij waar de aanvulling op rust en van wanneer zij is"));
                Origin::Derived
            }
        };
    }
    if table.texts("points").is_empty() {
        let fault =
            Fault::new(word.as_ref().map(|word| word.span.clone()), "hier ontbreken de punten van de handreiking");
        reader.fault(fault.tip("zet erbij: points = [\"V2.4a\"], of maak er een aanvulling van"));
    }
    for key in ["source", "dated"] {
        if let Some(span) = table.key_span(key) {
            let fault = Fault::at(span, format!("'{key}' hoort alleen bij een aanvulling"));
            reader.fault(fault.tip("haal de regel weg, of maak er origin = \"aanvulling\" van"));
        }
    }
    if word.is_some_and(|word| word.value == "afgeleid") { Origin::Derived } else { Origin::Guide }
}
