use serde::Serialize;

use super::party::Party;
use super::said::{self, Said};
use crate::catalog::Catalog;
use crate::domain::{Meaning, Organisation, Value, vocabulary};
use crate::expression::Facts;

/// Who wants what, who does what, and to whom those who steer answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Roles {
    pub rows: Vec<RoleRow>,
    pub accountability: Accountability,
    pub gaps: Vec<RoleGap>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleRow {
    pub organisation: Party,
    pub wanted: Option<String>,
    pub taken: Option<String>,
    /// It wanted a role that could be taken, and took another.
    pub differs: bool,
    /// What the others may ask of it.
    pub task: Option<String>,
}

/// The line from those who lead, over those who steer, to those they answer to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Accountability {
    pub lead: Vec<Party>,
    pub trekkers: Vec<Party>,
    pub influence: Vec<Party>,
    pub to: Option<String>,
    pub how: Option<String>,
}

/// A place where the line is broken, and of whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleGap {
    pub gap: Gap,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Party>,
}

vocabulary! {
    /// What breaks the line.
    Gap {
        NobodyLeads = "nobody-leads", "Het is nog niet bekend welke organisatie het werk leidt";
        NobodyPulls = "nobody-pulls", "Het is nog niet bekend welke organisaties trekken";
        NobodySteers = "nobody-steers", "Het is nog niet bekend wie meebeslist over de koers";
        WithoutInfluence = "without-influence", "Wel in de kopgroep, maar zonder stem over de koers";
        NobodyToAnswerTo = "nobody-to-answer-to", "Het is nog niet bekend aan wie de trekkers uitleg geven";
        NoWayToAnswer = "no-way-to-answer", "Het is nog niet bekend hoe de trekkers uitleg geven";
        WithoutRole = "without-role", "Nog geen rol van";
        WithoutTask = "without-task", "Nog niet bekend waarop je mag aanspreken";
    }
}

pub fn roles(catalog: &Catalog, facts: &Facts) -> Roles {
    let mut rows: Vec<RoleRow> = facts.kopgroep().map(|organisation| row(catalog, facts, organisation)).collect();
    let steering = [Meaning::SteeringLead, Meaning::SteeringTrekkers, Meaning::SteeringInfluence];
    let [lead, trekkers, influence] = steering.map(|meaning| parties(catalog, facts, meaning));
    let [to, how] = [Meaning::AccountabilityTo, Meaning::AccountabilityHow]
        .map(|meaning| said::together_in_words(catalog, facts, meaning));
    let accountability = Accountability { lead, trekkers, influence, to, how };
    // Who pulls or leads does that, whatever else it does.
    let pulls = |party: &Party| accountability.lead.contains(party) || accountability.trekkers.contains(party);
    rows.iter_mut().filter(|row| pulls(&row.organisation)).for_each(|row| row.differs = false);
    let gaps = gaps(catalog, facts, &rows, &accountability);
    Roles { rows, accountability, gaps }
}

fn row(catalog: &Catalog, facts: &Facts, organisation: &Organisation) -> RoleRow {
    let said = |meaning: Meaning| said::by(catalog, facts, meaning, organisation);
    let said = [Meaning::RoleWanted, Meaning::RoleTaken, Meaning::RoleTask].map(said);
    let words = |said: Option<Said>| said.map(|(question, value)| said::in_words(question, value, facts));
    let (differs, [wanted, taken, task]) = (differs(said[0], said[1]), said.map(words));
    RoleRow { organisation: organisation.into(), wanted, taken, differs, task }
}

/// The two questions have roles of their own; only a role that both know can be wanted and not taken.
fn differs(wanted: Option<Said>, taken: Option<Said>) -> bool {
    let (Some((_, wanted)), Some((question, taken))) = (wanted, taken) else { return false };
    wanted != taken && wanted.as_text().is_some_and(|wanted| question.kind.option(wanted).is_some())
}

/// The organisations that were named together.
fn parties(catalog: &Catalog, facts: &Facts, meaning: Meaning) -> Vec<Party> {
    let named = said::together(catalog, facts, meaning).map(Value::items).unwrap_or_default();
    let party = |id: &str| facts.project.organisation(id).map(Party::from);
    named.iter().filter_map(Value::as_text).filter_map(party).collect()
}

fn gaps(catalog: &Catalog, facts: &Facts, rows: &[RoleRow], line: &Accountability) -> Vec<RoleGap> {
    let at_hand = |meaning: Meaning| said::is_at_hand(catalog, facts, meaning);
    let members = |wanted: &dyn Fn(&RoleRow) -> bool| -> Vec<Party> {
        rows.iter().filter(|row| wanted(row)).map(|row| row.organisation.clone()).collect()
    };
    let (steered, nobody) = (!line.influence.is_empty(), Vec::new);
    let beside = members(&|row| steered && !line.influence.contains(&row.organisation));
    let gaps = [
        (Meaning::SteeringLead, Gap::NobodyLeads, line.lead.is_empty(), nobody()),
        (Meaning::SteeringTrekkers, Gap::NobodyPulls, line.trekkers.is_empty(), nobody()),
        (Meaning::SteeringInfluence, Gap::NobodySteers, !steered, nobody()),
        (Meaning::SteeringInfluence, Gap::WithoutInfluence, false, beside),
        (Meaning::AccountabilityTo, Gap::NobodyToAnswerTo, line.to.is_none(), nobody()),
        (Meaning::AccountabilityHow, Gap::NoWayToAnswer, line.how.is_none(), nobody()),
        (Meaning::RoleTaken, Gap::WithoutRole, false, members(&|row| row.taken.is_none())),
        (Meaning::RoleTask, Gap::WithoutTask, false, members(&|row| row.task.is_none())),
    ];
    let open = gaps.into_iter().filter(|(meaning, _, lacks, who)| (*lacks || !who.is_empty()) && at_hand(*meaning));
    open.map(|(_, gap, _, organisations)| RoleGap { gap, organisations }).collect()
}
