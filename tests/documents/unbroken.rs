use regio::domain::Edition;
use regio::notation;

use crate::desk::{EXAMPLES, SHIPPED, example, in_format, made};

/// The texts that a reader of a page or of a file of Word sees, without pictures and codes, and without what names the file.
fn shown(marked: &str) -> Vec<String> {
    let mut bare = marked.to_owned();
    for tag in ["svg", "style", "title", "dc:title", "code"] {
        let closing = format!("</{tag}>");
        let kept = bare.split(&closing).map(|part| {
            let begin = [format!("<{tag}>"), format!("<{tag} ")].iter().filter_map(|opening| part.find(opening)).min();
            &part[..begin.unwrap_or(part.len())]
        });
        bare = kept.collect::<Vec<_>>().join(" ");
    }
    bare.split('<').filter_map(|part| Some(part.split_once('>')?.1.to_owned())).collect()
}

#[test]
fn no_amount_and_no_date_breaks_on_a_page_and_what_is_text_keeps_its_spaces() {
    let mut whole = 0;
    for name in EXAMPLES {
        let project = example(name);
        for wording in SHIPPED.iter() {
            let document = made(wording, &project, Edition::Kopgroep);
            for format in ["html", "docx"] {
                for text in shown(&in_format(format, &document).1) {
                    assert_eq!(notation::unbroken(&text), text, "{name} {} {format}", wording.id);
                    whole += text.matches('\u{a0}').count();
                }
            }
            for format in ["markdown", "json", "plain"] {
                let text = in_format(format, &document).1;
                let known = text.replace("na\u{a0}", "na ").replace("\u{a0}min.", " min.");
                assert!(!known.contains('\u{a0}'), "{name} {} {format}", wording.id);
            }
        }
    }
    assert!(whole > 500, "only {whole}");
}
