//! The page that one organisation fills in: one file that works without network, with its questions as data in it.

mod bundle;
mod contents;
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
use crate::notation::{Stretch, escaped};

const TEMPLATE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");

/// The whole page as HTML.
pub fn page(contents: &Contents, today: NaiveDate) -> String {
    let script = bundle::script();
    let style = STYLE.to_owned() + &margins(contents);
    let [of_script, of_style] = [&script, &style].map(|text| digest(text));
    let policy = format!(
        "default-src 'none'; script-src '{of_script}'; style-src '{of_style}'; base-uri 'none'; form-action 'none'"
    );
    let file = escaped(&format!("antwoorden-{}.toml", contents.organisation.id));
    let (sender, reply) = sender_and_reply(contents.way_back.trekker.as_deref());
    notation::filled(
        TEMPLATE,
        &[
            ("policy", policy.as_str()),
            ("style", &style),
            ("script", &script),
            ("data", &data(contents)),
            ("project", &escaped(&contents.project)),
            ("organisation", &escaped(&contents.organisation.name)),
            ("phase", &escaped(contents.request.phase.title())),
            ("label", contents.label.title()),
            ("look", look(contents.label)),
            ("facts", &facts(contents)),
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
    let (title, reach) = (label.title(), reach(label));
    format!("Boven deze pagina staat <strong>{title}</strong>. Dat zegt wie haar mag lezen. Wat hier staat, {reach}.")
}

/// The class of its colour on black, as FIRST gives it.
fn look(label: Tlp) -> &'static str {
    match label {
        Tlp::Clear => "clear",
        Tlp::Green => "green",
        Tlp::Amber | Tlp::AmberStrict => "amber",
        Tlp::Red => "red",
    }
}

/// What stands in the margins of every printed page: its label, and whose it is.
fn margins(contents: &Contents) -> String {
    let said = format!("{{ content: \"{}\"; }}", contents.label.title());
    let foot = format!("\"{} · bladzijde \" counter(page) \" van \" counter(pages)", contents.code);
    format!("@page {{ @top-right {said} @bottom-right {said} @bottom-left {{ content: {foot}; }} }}\n")
}

/// What to know beforehand: to whom it goes, until when, how long it takes, and what stands above the mail.
fn facts(contents: &Contents) -> String {
    let way_back = &contents.way_back;
    let subject = format!("Antwoorden van {}: {}", contents.organisation.name, contents.request.phase.title());
    let mail = way_back.mail.as_ref().map(|mail| mail_link(mail, &subject));
    let phone = way_back.phone.as_ref().map(|phone| escaped(phone));
    let trekker = way_back.trekker.as_ref().map(|trekker| format!("<bdi>{}</bdi>", escaped(trekker)));
    let to = notation::joined(trekker.into_iter().chain(mail).chain(phone), ", ");
    let until = way_back.until.map(notation::date);
    let subject = format!("<bdi class=\"copied\">{}</bdi>", escaped(&subject));
    let rows = [
        ("Terug aan", "", to),
        ("Uiterlijk", "", until),
        ("Kost je", "", Some(duration(contents))),
        ("Onderwerp van je mail", " class=\"on-screen\"", Some(subject)),
        ("Code van dit blad", " class=\"on-paper\"", Some(contents.code.to_string())),
    ];
    let row = |(term, class, words): (&str, &str, Option<String>)| {
        words.map(|words| format!("<div{class}><dt>{term}</dt><dd>{words}</dd></div>\n"))
    };
    rows.into_iter().filter_map(row).collect()
}

/// A question takes a minute and a half.
fn duration(contents: &Contents) -> String {
    let count = |extra: bool| -> usize {
        contents.sections.iter().filter(|part| part.is_extra == extra).map(|part| part.questions.len()).sum()
    };
    let first = count(false);
    let minutes = (first * 3).div_ceil(10) * 5;
    let more = match count(true) {
        0 => String::new(),
        more => format!(", en {} voor wie meer tijd heeft", notation::counted(more, "vraag", "vragen")),
    };
    format!("zo'n {minutes} minuten: {}{more}", notation::counted(first, "vraag", "vragen"))
}

fn mail_link(mail: &str, subject: &str) -> String {
    let shown = escaped(mail);
    if notation::addresses(mail).as_slice() != [Stretch::Mail(mail)] {
        return shown;
    }
    let coded = |byte: u8| match byte {
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    let subject: String = subject.bytes().map(coded).collect();
    format!("<a href=\"mailto:{shown}?subject={subject}\">{shown}</a>")
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
