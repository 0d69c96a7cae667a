use super::{names, table};
use crate::analysis::{CandidateKind, Composition, Size};
use crate::document::{Block, Weight};
use crate::notation;
use crate::report::{heading, hint, notice, paragraph, with_command};

/// Who is on board, and which of the eight kinds of candidate are.
pub(super) fn blocks(composition: &Composition) -> Vec<Block> {
    let mut blocks = vec![heading(1, "Wie er aan tafel zitten")];
    blocks.extend(size(composition));
    blocks.extend(without_kind(composition));
    let others = [
        ["Andere soort", "aan tafel", &names(&composition.of_other_kinds)],
        ["Soort nog niet ingevuld", UNKNOWN, &names(&composition.without_kind)],
    ];
    let others = others.into_iter().filter(|[.., who]| !who.is_empty()).map(|row| row.map(str::to_owned).to_vec());
    let rows = composition.kinds.iter().map(|kind| row(kind, composition)).chain(others);
    let caption = "De acht soorten kandidaten van de handreiking";
    blocks.push(table(["Soort", "Stand", "Wie"], rows).captioned(caption).into());
    blocks.push(paragraph("Je hoeft ze niet alle acht te hebben. De lijst helpt om niemand te vergeten."));
    blocks
}

fn size(composition: &Composition) -> Vec<Block> {
    if composition.size == Size::Empty {
        let before = "Er zit nog niemand in de kopgroep. Zet er iemand in met ";
        return vec![hint(before, "regio organisatie nieuw NAAM --plaats kopgroep", ".")];
    }
    let members = format!("Dat zijn {}.", names(&composition.members));
    vec![paragraph(notation::sentence(&size_words(composition))), paragraph(members)]
}

/// `5 organisaties, een mooi aantal voor een kopgroep (vuistregel: 3 tot en met 8)`
pub(super) fn size_words(composition: &Composition) -> String {
    let count = notation::counted(composition.members.len(), "organisatie", "organisaties");
    let judged = match composition.size {
        Size::Empty | Size::Unjudged => return count,
        Size::Small => "nog weinig voor een kopgroep",
        Size::Right => "een mooi aantal voor een kopgroep",
        Size::Large => "veel voor een kopgroep",
    };
    let rule = match (composition.enough, composition.most) {
        (Some(enough), Some(most)) => format!("{enough} tot en met {most}"),
        (Some(enough), None) => format!("minstens {enough}"),
        (None, Some(most)) => format!("hooguit {most}"),
        (None, None) => return count,
    };
    format!("{count}: {judged} (vuistregel: {rule})")
}

/// A kind that is not filled in is no kind that lacks.
fn without_kind(composition: &Composition) -> Option<Block> {
    let first = composition.without_kind.first()?;
    let told = format!(
        "Van {} is de soort nog niet ingevuld. Daarom is van sommige soorten nog onbekend of ze aan tafel zitten.",
        names(&composition.without_kind)
    );
    let command = format!("regio organisatie wijzig {} --soort groot-bedrijf", first.id);
    let advice = with_command("Vul de soort in, bijvoorbeeld met ", &command, ".");
    Some(notice(Weight::Attention, "let op", told, Some(advice)))
}

/// How a kind stands as long as somebody's kind is not filled in.
const UNKNOWN: &str = "nog onbekend";

fn row(kind: &CandidateKind, composition: &Composition) -> Vec<String> {
    let stand = match (kind.on_board.is_empty(), kind.asked.is_empty()) {
        (false, _) => "aan tafel",
        (true, false) => "gevraagd of nog te vragen",
        (true, true) if composition.without_kind.is_empty() => "nog niet",
        (true, true) => UNKNOWN,
    };
    let asked = match (kind.on_board.is_empty(), kind.asked.is_empty()) {
        (false, false) => format!("; kandidaat: {}", names(&kind.asked)),
        _ => names(&kind.asked),
    };
    vec![notation::capital(kind.kind.title()), stand.to_owned(), format!("{}{asked}", names(&kind.on_board))]
}
