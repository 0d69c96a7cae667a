//! The page that one organisation fills in: one file that works without network, with its questions as data in it.

mod bundle;
mod contents;
mod escaped;
mod request;
mod settle;

pub use contents::{Asked, Contents, EarlierAnswers, Inquiry, asked_words, reach};
pub use request::request_id;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::domain::{Origin, Tlp};
use crate::notation;
use escaped::escaped;

const TEMPLATE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");

/// The whole page as HTML.
pub fn page(contents: &Contents, today: NaiveDate) -> String {
    let script = bundle::script();
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
        digest(&script),
        digest(STYLE)
    );
    let file = escaped(&format!("antwoorden-{}.toml", contents.organisation.id));
    let (sender, reply) = sender_and_reply(contents.trekker.as_deref());
    notation::filled(
        TEMPLATE,
        &[
            ("policy", policy.as_str()),
            ("style", STYLE),
            ("script", &script),
            ("data", &data(contents)),
            ("project", &escaped(&contents.project)),
            ("organisation", &escaped(&contents.organisation.name)),
            ("phase", &escaped(contents.request.phase.title())),
            ("label", contents.label.title()),
            ("meaning", &meaning(contents.label)),
            ("origin", Origin::LEGEND),
            ("sender", &sender),
            ("reply", &reply),
            ("file", &file),
            ("regio", contents.regio),
            ("date", &notation::date(today)),
        ],
    )
}

/// The source expression with which a content policy lets one inline text through.
fn digest(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The contents as JSON in which nothing can end the element that holds it, without the one control character that JSON
/// allows and HTML does not.
fn data(contents: &Contents) -> String {
    let json = serde_json::to_string(contents).expect("names are strings and numbers are finite");
    json.replace('<', "\\u003c").replace('\u{7f}', "\\u007f")
}

fn meaning(label: Tlp) -> String {
    format!(
        "Boven deze pagina staat <strong>{}</strong>. Dat zegt wie haar mag lezen. Wat hier staat, {}.",
        label.title(),
        reach(label)
    )
}

/// Who asks, and to whom the answers go.
fn sender_and_reply(trekker: Option<&str>) -> (String, String) {
    let name = trekker.map(|trekker| format!("<bdi>{}</bdi>", escaped(trekker)));
    let sender = match &name {
        Some(name) => format!("{name} stelt elke organisatie dezelfde vragen."),
        None => "Elke organisatie krijgt dezelfde vragen.".to_owned(),
    };
    let to = name.as_deref().unwrap_or("wie je deze pagina stuurde");
    (sender, format!("Mail dat bestand als bijlage terug aan {to}."))
}
