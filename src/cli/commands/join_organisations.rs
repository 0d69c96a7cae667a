use super::super::failure::Ended;
use super::super::perhaps_double::perhaps_double;
use super::super::present;
use super::super::workplace::Workplace;
use super::organisation::{chosen, find, takes};
use crate::catalog::Catalog;
use crate::domain::{FullId, Identifier, Project};
use crate::ledger::{FellAway, Joined, double_of};
use crate::notation::{counted, enumeration};

/// `regio organisatie samenvoegen`: makes one of two. A person is asked when their names do not tell that they are the same.
pub fn run(workplace: &Workplace, stays: Option<&Identifier>, goes: Option<&Identifier>) -> Ended {
    let mut project: Project = (*workplace.read_project()?.project).clone();
    let stays = match stays {
        Some(named) => find(&project, named.as_str())?.clone(),
        None => chosen(workplace, &project, "welke twee organisaties", "Welke organisatie blijft?")?,
    };
    let goes = match goes {
        Some(named) => find(&project, named.as_str())?.clone(),
        None => {
            project.organisations.retain(|organisation| organisation.id != stays.id);
            let ask = format!("Welke organisatie gaat op in {}?", stays.name);
            chosen(workplace, &project, "welke organisatie erin opgaat", &ask)?
        }
    };
    if double_of(&project, &goes).is_none_or(|known| known.id != stays.id) {
        let items = [format!("Ja, {} gaat op in {}", goes.name, stays.name), "Nee, het zijn er twee".to_owned()];
        takes(workplace, &format!("Zijn {} en {} dezelfde organisatie?", stays.name, goes.name), items, 0)?;
    }
    let mut open = workplace.change_project()?;
    let before = open.project.clone();
    let joined = open.ledger(workplace).join_organisations(&stays, &goes)?;
    let Joined { answers, differing, fell_away } = joined;
    let (stays, goes) = (stays.name, goes.name);
    let over = counted(answers, "antwoord ging", "antwoorden gingen");
    let both = counted(differing, "vraag zeiden ze", "vragen zeiden ze");
    let both =
        (differing > 0).then(|| format!("Bij {both} iets anders: beide staan er, en '{VOICES}' legt ze naast elkaar."));
    let told = format!("'{goes}' is nu '{stays}'; {over} mee. 'regio herstel' draait het terug.");
    present::messages([Some(told), both, fallen(open.catalog, &fell_away, &stays)])?;
    present::messages(perhaps_double(&before, &open.project))
}

/// What the two said of each other, which an organisation cannot say of itself.
fn fallen(catalog: &Catalog, fell_away: &[FellAway], stays: &str) -> Option<String> {
    let label = |id: &FullId| catalog.question(id).map_or_else(|| id.to_string(), |question| question.label.clone());
    let mut labels: Vec<String> = fell_away.iter().map(|one| format!("'{}'", label(&one.item.question))).collect();
    labels.dedup();
    (!labels.is_empty()).then(|| {
        let labels = enumeration(labels);
        format!("Bij {labels} noemde '{stays}' zo zichzelf. Dat is daar weggehaald, en staat in de geschiedenis.")
    })
}

/// Where differing words stand side by side.
const VOICES: &str = "regio rondvraag vergelijk";
