//! The analyses on a questionnaire of somebody's own, with ids and fields that regio does not know: only meanings count.

use chrono::NaiveDate;

use super::*;
use crate::catalog::{Catalog, assemble};
use crate::domain::{Decimal, Meaning, Project};
use crate::expression::Facts;
use crate::project_file;
use crate::project_file::Outline;
use crate::source::SourceFile;

const HEAD: &str = r#"
schema = 1
id = "eigen"
version = "1.0.0"
phase = "ontwikkelen"
title = "Eigen"
intro = "Eigen."
value.weinig = { is = 2, about = "Vuistregel.", means = "kopgroep.enough" }
value.veel = { is = 3, about = "Vuistregel.", means = "kopgroep.most" }

[[section]]
id = "deel"
title = "Deel"
intro = "Deel."
"#;

const EACH: &str = "per = \"kopgroep\"\n";

fn question(id: &str, means: &str, more: &str) -> String {
    format!(
        "[[section.question]]\nid = \"{id}\"\nrevision = 1\nlabel = \"{id}\"\nask = \"Wat?\"\nmeans = \"{means}\"\n\
         help = \"Denk.\"\nwhy = \"Daarom.\"\npoints = [\"V2.4a\"]\norigin = \"handreiking\"\n{more}\n"
    )
}

fn choice(ids: &[&str]) -> String {
    let option = |id: &&str| format!("[[section.question.option]]\nid = \"{id}\"\nlabel = \"{id}\"\n");
    ids.iter().map(option).collect()
}

fn fields(fields: &[(&str, &str)]) -> String {
    let field = |(id, kind): &(&str, &str)| {
        format!("[[section.question.field]]\nid = \"{id}\"\nlabel = \"{id}\"\nask = \"Wat?\"\n{kind}\n")
    };
    fields.iter().map(field).collect()
}

fn catalog() -> Catalog {
    const ORGANISATION: &str = "type = \"organisation\"";
    const SCALE: &str = "type = \"scale\"\nlevels = [\"a\", \"b\", \"c\", \"d\"]";
    let steps = "type = \"scale\"\nlevels = [\"kijkt\", \"tekent\"]\nwhen = \"(stil is not given or not ('top' in stil)) and not ('top' in twijfel)\"\n";
    let questions = [
        question("wie", "kopgroep.members", "type = \"organisations\"\nplace = \"kopgroep\""),
        question("gevraagd", "candidate.asked", "type = \"organisations\""),
        question("vak", "organisation.sector", &format!("type = \"text\"\n{EACH}")),
        question("trede", "organisation.maturity", &format!("{SCALE}\n{EACH}")),
        question("wens", "role.wanted", &format!("type = \"choice\"\n{EACH}{}", choice(&["trekken", "leren"]))),
        question("werk", "role.taken", &format!("type = \"choice\"\n{EACH}{}", choice(&["trekken", "helpen"]))),
        question("klus", "role.task", &format!("type = \"text\"\n{EACH}")),
        question("baas", "steering.lead", ORGANISATION),
        question("stem", "steering.influence", "type = \"organisations\""),
        question("nodig", "finance.needed_hours", "type = \"hours\"\nunit = \"uur per kwartaal\""),
        question("tijd", "organisation.hours", &format!("type = \"hours\"\nunit = \"uur per kwartaal\"\n{EACH}")),
        question("kosten", "finance.needed_amount", "type = \"amount\"\nunit = \"per jaar\""),
        question("geld", "organisation.amount", &format!("type = \"amount\"\nunit = \"per maand\"\n{EACH}")),
        question(
            "buiten",
            "contribution.outside",
            &format!(
                "type = \"group\"\nitem = \"bron\"\n{}",
                fields(&[
                    ("bron", ORGANISATION),
                    ("som", "type = \"amount\""),
                    ("jaarlijks", "type = \"yes_no\""),
                    ("werk", "type = \"hours\""),
                    ("vast", "type = \"yes_no\""),
                ])
            ),
        ),
        question("stil", "support.unspoken", &format!("type = \"choices\"\n{EACH}{}", choice(&["top", "vloer"]))),
        question("twijfel", "support.doubting", &format!("type = \"choices\"\n{EACH}{}", choice(&["top", "vloer"]))),
        question("handtekening", "support.board", &format!("{steps}{EACH}")),
        question("bezwaar", "support.blocker", &format!("type = \"text\"\n{EACH}")),
        question(
            "omgeving",
            "stakeholder",
            &format!(
                "type = \"group\"\nitem = \"partij\"\n{}",
                fields(&[("partij", ORGANISATION), ("macht", SCALE), ("zin", SCALE), ("kennis", ORGANISATION)])
            ),
        ),
        question(
            "leunt",
            "dependency",
            &format!(
                "type = \"group\"\nitem = \"leunt\"\n{}",
                fields(&[("een", ORGANISATION), ("ander", ORGANISATION), ("waarop", "type = \"text\"")])
            ),
        ),
    ];
    let text = HEAD.to_owned() + &questions.concat();
    assemble(&[SourceFile::new("eigen.toml", text)]).unwrap_or_else(|faults| panic!("{}", faults[0]))
}

/// Three organisations in the kopgroep, and what is said of them.
const PROJECT: &str = r#"
schema = 1
regio = "0.1.0"
[project]
id = "abcdef0123456789"
created = 2026-11-24
[phase.ontwikkelen]
begun = 2026-11-24
[[organisation]]
id = "aa"
name = "Aa"
kind = "veiligheidsregio"
place = "kopgroep"
[[organisation]]
id = "bee"
name = "Bee"
place = "kopgroep"
[[organisation]]
id = "cee"
name = "Cee"
kind = "groot-bedrijf"
place = "kopgroep"
[[organisation]]
id = "dee"
name = "Dee"
kind = "politieregio"
place = "kandidaat"
[[organisation]]
id = "ee"
name = "Ee"
kind = "bank-verzekeraar"
place = "partner"
"#;

fn project(answers: &str, catalog: &Catalog) -> Project {
    let source = SourceFile::new("regio.toml", format!("{PROJECT}{answers}"));
    let read = project_file::read(&source, &Outline::of_questions(catalog.questions()));
    read.unwrap_or_else(|error| panic!("{error}")).project
}

/// What an analysis tells of a project with these answers.
#[track_caller]
fn check(answers: &[(&str, &str)], tell: fn(&Catalog, &Facts) -> String, expected: &str) {
    let table = |(question, value): &(&str, &str)| format!("[answer.eigen.{question}]\nvalue = {value}\n");
    let answers: String = answers.iter().map(table).collect();
    let catalog = catalog();
    let project = project(&answers, &catalog);
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day of the calendar");
    assert_eq!(tell(&catalog, &Facts::new(&project, &catalog, today)), expected, "{answers}");
}

fn names(parties: &[Party]) -> String {
    parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>().join("+")
}

fn composed(catalog: &Catalog, facts: &Facts) -> String {
    let composition = composition(catalog, facts);
    let kind = |kind: &CandidateKind| format!("{}/{}", names(&kind.on_board), names(&kind.asked));
    let kinds: Vec<String> = composition.kinds.iter().filter(|kind| !kind.is_missing()).map(kind).collect();
    let missing = composition.missing().count();
    format!(
        "{:?}, {}, {missing} missing, without: {}",
        composition.size,
        kinds.join(" "),
        names(&composition.without_kind)
    )
}

#[test]
fn a_kind_that_is_not_filled_in_is_not_a_kind_that_lacks() {
    check(&[], composed, "Right, Aa/ /Dee Cee/, 5 missing, without: Bee");
    check(&[("gevraagd", "[\"ee\", \"bee\"]")], composed, "Right, Aa/ /Dee Cee/ /Ee, 4 missing, without: Bee");
}

fn spread_told(catalog: &Catalog, facts: &Facts, meaning: Meaning) -> String {
    let Some(spread) = spread(catalog, facts, meaning) else { return "nothing".to_owned() };
    let groups: Vec<String> =
        spread.groups.iter().map(|group| format!("{}: {}", group.words, names(&group.members))).collect();
    format!("{}; open: {}; {:?}", groups.join(", "), names(&spread.open), spread.distance)
}

#[test]
fn who_stands_where() {
    let sectors: fn(&Catalog, &Facts) -> String =
        |catalog, facts| spread_told(catalog, facts, Meaning::OrganisationSector);
    check(
        &[("vak.aa", "\"zee\""), ("vak.bee", "\"haven\""), ("vak.cee", "\"haven\"")],
        sectors,
        "haven: Bee+Cee, zee: Aa; open: ; None",
    );
    let levels: fn(&Catalog, &Facts) -> String =
        |catalog, facts| spread_told(catalog, facts, Meaning::OrganisationMaturity);
    check(&[("trede.aa", "4"), ("trede.cee", "1")], levels, "1 (a): Cee, 4 (d): Aa; open: Bee; Some(3)");
}

#[test]
fn who_said_how_much() {
    let told: fn(&Catalog, &Facts) -> String = |catalog, facts| {
        let voice = |voice: Voice| {
            let silent = if voice.is_silent() { " silent" } else { "" };
            format!("{} {}/{}/{}{silent}", voice.organisation.name, voice.answered, voice.unknown, voice.open)
        };
        voices(catalog, facts).into_iter().map(voice).collect::<Vec<_>>().join(", ")
    };
    check(
        &[("vak.aa", "\"zee\""), ("twijfel.aa", "[\"top\"]")],
        told,
        "Aa 2/0/8, Bee 0/0/10 silent, Cee 0/0/10 silent",
    );
}

#[test]
fn the_gaps_in_roles_and_steering_are_named() {
    let told: fn(&Catalog, &Facts) -> String = |catalog, facts| {
        let roles = roles(catalog, facts);
        let gap = |RoleGap { gap, organisations }: &RoleGap| match gap {
            Gap::WithoutInfluence => format!("no influence {}", names(organisations)),
            Gap::WithoutRole => format!("no role {}", names(organisations)),
            Gap::WithoutTask => format!("no task {}", names(organisations)),
            other => format!("{other:?}"),
        };
        let differing =
            roles.rows.iter().filter(|row| row.differs).map(|row| format!("differs {}", row.organisation.name));
        differing.chain(roles.gaps.iter().map(gap)).collect::<Vec<_>>().join(", ")
    };
    check(&[], told, "NobodyLeads, NobodySteers, no role Aa+Bee+Cee, no task Aa+Bee+Cee");
    check(
        &[
            ("baas", "\"ee\""),
            ("stem", "[\"aa\", \"ee\"]"),
            ("wens.aa", "\"trekken\""),
            ("werk.aa", "\"helpen\""),
            ("wens.bee", "\"leren\""),
            ("werk.bee", "\"helpen\""),
            ("klus.cee", "\"zaal\""),
        ],
        told,
        "differs Aa, no influence Bee+Cee, no role Cee, no task Aa+Bee",
    );
}

#[test]
fn pledges_are_laid_against_what_is_needed() {
    let hours: fn(&Catalog, &Facts) -> String = |catalog, facts| {
        let balance = balance(catalog, facts, Measure::Hours).expect("the phase was begun");
        format!("{} pledged, open: {}, {:?}", balance.pledged, names(&balance.open), balance.outcome)
    };
    let gap = Outcome::Short { gap: Decimal::from_hundredths(125) };
    check(
        &[("nodig", "10"), ("tijd.aa", "8.5"), ("tijd.cee", "0.25")],
        hours,
        &format!("8.75 pledged, open: Bee, {gap:?}"),
    );
    let amount: fn(&Catalog, &Facts) -> String = |catalog, facts| {
        format!("{:?}", balance(catalog, facts, Measure::Amount).expect("the phase was begun").outcome)
    };
    let other = Outcome::OtherUnit { needed: "per jaar".to_owned(), pledged: "per maand".to_owned() };
    check(&[("kosten", "\"10\""), ("geld.aa", "\"10\"")], amount, &format!("{other:?}"));
    check(&[("kosten", "\"0\"")], amount, &format!("{:?}", Outcome::Enough { surplus: Decimal::ZERO }));
}

#[test]
fn what_is_certain_from_outside_the_kopgroep_counts() {
    fn named(pledges: &[Pledge]) -> String {
        pledges.iter().map(|one| format!("{} {}", one.count, one.organisation.name)).collect::<Vec<_>>().join("+")
    }
    fn told(measure: Measure, catalog: &Catalog, facts: &Facts) -> String {
        let balance = balance(catalog, facts, measure).expect("the phase was begun");
        let (outside, uncertain) = (named(&balance.outside), named(&balance.uncertain));
        format!("{} pledged, outside: {outside}, once: {}, uncertain: {uncertain}", balance.pledged, balance.once)
    }
    let hours: fn(&Catalog, &Facts) -> String = |catalog, facts| told(Measure::Hours, catalog, facts);
    let amount: fn(&Catalog, &Facts) -> String = |catalog, facts| told(Measure::Amount, catalog, facts);
    let once = "[{ bron = \"ee\", som = \"500\", werk = 3, vast = true }, { bron = \"dee\", som = \"70\", werk = 2 }]";
    let yearly = once.replacen("werk", "jaarlijks = true, werk", 1);
    let said = |outside| [("tijd.aa", "8.5"), ("geld.aa", "\"10\""), ("buiten", outside)];
    check(&said(once), hours, "11.50 pledged, outside: 3 Ee, once: 0, uncertain: 2 Dee");
    check(&said(once), amount, "510 pledged, outside: 500 Ee, once: 500, uncertain: 70 Dee");
    check(&said(&yearly), amount, "510 pledged, outside: 500 Ee, once: 0, uncertain: 70 Dee");
}

#[test]
fn who_was_not_spoken_with_is_told_from_who_doubts() {
    let told: fn(&Catalog, &Facts) -> String = |catalog, facts| {
        let rows = support(catalog, facts).expect("the phase was begun").rows;
        let footing = |row: &SupportRow| format!("{} {:?}", row.organisation.name, row.footings);
        rows.iter().map(footing).collect::<Vec<_>>().join(", ")
    };
    check(
        &[
            ("stil.aa", "[\"top\"]"),
            ("stil.bee", "[\"vloer\"]"),
            ("twijfel.bee", "[\"top\"]"),
            ("twijfel.cee", "[\"vloer\"]"),
        ],
        told,
        "Aa [Unspoken], Bee [Doubting], Cee [Open]",
    );
}

#[test]
fn who_can_sign_and_who_is_to_be_won() {
    let told: fn(&Catalog, &Facts) -> String = |catalog, facts| {
        let support = support(catalog, facts).expect("the phase was begun");
        let to_be_won: Vec<Party> = support
            .rows
            .iter()
            .filter(|row| row.footings.contains(&Footing::Doubting))
            .map(|row| row.organisation.clone())
            .collect();
        format!("can sign: {}, to be won: {}", names(&support.can_sign), names(&to_be_won))
    };
    check(
        &[
            ("twijfel.aa", "[\"vloer\"]"),
            ("handtekening.aa", "2"),
            ("twijfel.bee", "[\"vloer\"]"),
            ("handtekening.bee", "2"),
            ("bezwaar.bee", "\"eerst een jurist\""),
            ("twijfel.cee", "[\"top\"]"),
        ],
        told,
        "can sign: Aa, to be won: Cee",
    );
    check(&[("twijfel.cee", "[\"vloer\"]"), ("handtekening.cee", "1")], told, "can sign: , to be won: ");
}

#[test]
fn stakeholders_stand_in_quadrants() {
    let told: fn(&Catalog, &Facts) -> String = |catalog, facts| {
        let stakeholders = stakeholders(catalog, facts).expect("some were named");
        let one = |one: &Stakeholder| format!("{} {:?} {:?}", one.organisation.name, one.quadrant, one.seat);
        let missing: Vec<Party> = stakeholders.missing().map(|one| one.organisation.clone()).collect();
        let all = stakeholders.placed.iter().chain(&stakeholders.unplaced).map(one).collect::<Vec<_>>().join(", ");
        format!("{all}; missing: {}", names(&missing))
    };
    check(
        &[(
            "omgeving",
            "[{ partij = \"dee\", macht = 3, zin = 4 }, { partij = \"ee\", macht = 4, zin = 4 }, \
              { partij = \"aa\", macht = 1, zin = 2 }, { partij = \"cee\", macht = 2 }]",
        )],
        told,
        "Ee Some(WorkTogether) Beside, Dee Some(WorkTogether) Asked, Aa Some(Follow) AtTheTable, \
         Cee None AtTheTable; missing: Dee",
    );
}

#[test]
fn dependencies_are_found_by_their_fields() {
    let told: fn(&Catalog, &Facts) -> String = |catalog, facts| {
        let dependencies = dependencies(catalog, facts).expect("some were named");
        let words = |one: &Dependency| {
            format!(
                "{}>{}:{}",
                one.who.name,
                one.on.as_ref().map_or("?", |on| &on.name),
                one.what.as_deref().unwrap_or("?")
            )
        };
        let each: Vec<String> = dependencies.each.iter().map(words).collect();
        let circles: Vec<String> = dependencies.circles.iter().map(|circle| names(circle)).collect();
        format!("{}; {}", each.join(" "), circles.join(" "))
    };
    check(
        &[(
            "leunt",
            "[{ een = \"aa\", ander = \"bee\", waarop = \"stroom\" }, { een = \"bee\", ander = \"aa\" }, { een = \"cee\" }]",
        )],
        told,
        "Aa>Bee:stroom Bee>Aa:? Cee>?:?; Aa+Bee",
    );
}
