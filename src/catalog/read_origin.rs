use crate::domain::{self, Origin};
use crate::expression::Reader;
use crate::source::{Fault, Table, quoted};

/// The points of the guide that something carries; an unknown one is a fault.
pub(super) fn read_points(table: &Table, reader: &mut Reader) -> Vec<String> {
    let known: Vec<&str> = domain::points().collect();
    let mut points = table.texts("points");
    points.retain(|point| {
        reader.is_known(point, &known, format!("de handreiking heeft geen punt {}", quoted(point.value)))
    });
    points.iter().map(|point| point.value.to_owned()).collect()
}

/// Where it comes from. What is the guide's or follows from it names its points; regio's own names its source and date.
pub(super) fn read_origin(table: &Table, reader: &mut Reader) -> Option<Origin> {
    let word = table.text("origin")?;
    if word.value == "aanvulling" {
        let (Some(source), Some(dated)) = (table.string("source"), table.date("dated")) else {
            let fault = Fault::at(word.span, "bij een aanvulling horen 'source' en 'dated'");
            reader.fault(fault.tip("zet erbij waar de aanvulling op rust en van wanneer zij is"));
            return None;
        };
        return Some(Origin::Supplement { source, dated: dated.value });
    }
    if table.texts("points").is_empty() {
        let fault = Fault::at(word.span, "hier ontbreken de punten van de handreiking");
        reader.fault(fault.tip("zet erbij: points = [\"V2.4a\"], of maak er een aanvulling van"));
    }
    for key in ["source", "dated"] {
        if let Some(span) = table.key_span(key) {
            let fault = Fault::at(span, format!("'{key}' hoort alleen bij een aanvulling"));
            reader.fault(fault.tip("haal de regel weg, of maak er origin = \"aanvulling\" van"));
        }
    }
    Some(if word.value == "afgeleid" { Origin::Derived } else { Origin::Guide })
}
