use std::collections::BTreeSet;
use std::collections::btree_map::Entry;

use crate::catalog::Catalog;
use crate::domain::{Answer, Answers, FullId, Identifier, Project, Questionnaire, Standing, State, Variant};

/// Lets the answers to questions that have another id by now travel along. An answer that the new question has already is
/// never replaced: then the old one stays where it is.
pub fn follow_renames(project: &mut Project, catalog: &Catalog) {
    // A project in which nobody said anything yet asks for no questionnaires.
    if *project == Project::new(project.id.clone(), project.created) {
        return;
    }
    for questionnaire in catalog.questionnaires() {
        for renamed in &questionnaire.earlier.renamed {
            let from = FullId::new(&questionnaire.id, &renamed.from);
            let to = FullId::new(&questionnaire.id, &renamed.to);
            let taken = project.answers.get(&to).is_some_and(|answers| !is_open(answers));
            if !taken && let Some(answers) = project.answers.remove(&from) {
                project.answers.insert(to.clone(), answers);
            }
            for (organisation, view) in project.views.remove(&from).unwrap_or_default() {
                match project.views.entry(to.clone()).or_default().entry(organisation) {
                    Entry::Vacant(place) => {
                        place.insert(view);
                    }
                    Entry::Occupied(place) => {
                        let (question, organisation) = (to.clone(), place.key().clone());
                        let standing = Standing::SetAside;
                        project.variants.push(Variant { question, organisation, standing, answer: view });
                    }
                }
            }
            let agreed = project.meetings.iter_mut().flat_map(|meeting| &mut meeting.agreed);
            let beside = project.variants.iter_mut().map(|variant| &mut variant.question);
            let named = agreed.map(|agreed| &mut agreed.question).chain(beside);
            named.filter(|question| **question == from).for_each(|question| question.clone_from(&to));
        }
        follow_options(project, questionnaire);
    }
}

/// Lets the options that were chosen be called as they are now.
fn follow_options(project: &mut Project, Questionnaire { id, earlier, .. }: &Questionnaire) {
    let asked: BTreeSet<&Identifier> = earlier.renamed_options.iter().map(|one| &one.question).collect();
    for local in asked {
        let question = FullId::new(id, local);
        let follow = |answer: &mut Answer| {
            if let State::Given(value) = &mut answer.state {
                *value = earlier.value(local, value.clone());
            }
        };
        let said = project.everything_said_mut().filter(|(asked, ..)| **asked == question);
        said.for_each(|(.., answer)| follow(answer));
        let agreed = project.agreed_mut().filter(|agreed| agreed.question == question);
        agreed.for_each(|agreed| follow(&mut agreed.answer));
    }
}

fn is_open(answers: &Answers) -> bool {
    answers.each().iter().all(|(_, answer)| answer.state == State::Open)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{assemble, built_in_after};
    use crate::domain::{Agreed, Meeting, Value};

    /// A second version, in which a question and an option got another name.
    fn catalog() -> Catalog {
        let renamed = "\n[[renamed]]\nfrom = \"vroeger\"\nto = \"aanleiding\"\nsince = \"2.0.0\"\n\
            \n[[renamed]]\nquestion = \"sector\"\nfrom = \"gemeente\"\nto = \"overheid\"\nsince = \"2.0.0\"\n";
        let text = include_str!("../../questionnaires/verkennen.toml").replacen("1.0.0", "2.0.0", 1) + renamed;
        assemble(&built_in_after(&text)).expect("is in order")
    }

    fn asked(local: &str) -> FullId {
        FullId::parse(&format!("verkennen.{local}")).expect("is the id of a question")
    }

    fn said(words: &str) -> Answer {
        Answer { state: State::Given(Value::text(words)), ..Answer::open() }
    }

    fn followed(project: &Project) -> Project {
        let mut project = project.clone();
        follow_renames(&mut project, &catalog());
        project
    }

    #[test]
    fn an_answer_follows_its_question_unless_that_has_one() {
        let mut project = Project::default();
        project.answers.insert(asked("vroeger"), Answers::Together(said("Een storing")));
        assert_eq!(followed(&project).answer(&asked("aanleiding"), None), Some(&said("Een storing")));
        project.answers.insert(asked("aanleiding"), Answers::Together(Answer::open()));
        assert_eq!(followed(&project).answer(&asked("aanleiding"), None), Some(&said("Een storing")));
        project.answers.insert(asked("aanleiding"), Answers::Together(said("Een inbraak")));
        assert_eq!(followed(&project), project);
    }

    #[test]
    fn what_was_said_beside_it_follows_too_and_nothing_else_does() {
        let haven = Identifier::parse("haven").expect("is an identifier");
        let mut project = Project::default();
        for (question, words) in [("vroeger", "Eerst"), ("aanleiding", "Later"), ("sector", "gemeente")] {
            project.views.entry(asked(question)).or_default().insert(haven.clone(), said(words));
        }
        let lying = |question: &str, words: &str, standing| Variant {
            question: asked(question),
            organisation: haven.clone(),
            standing,
            answer: said(words),
        };
        let differs = Standing::Differs;
        project.variants = vec![lying("vroeger", "Ook", differs), lying("bezwaren", "Nee", differs)];
        let agreed = |question: &str, words: &str| Agreed { question: asked(question), answer: said(words) };
        let all = vec![agreed("vroeger", "Samen"), agreed("sector", "gemeente"), agreed("bezwaren", "gemeente")];
        project.meetings = vec![Meeting { agreed: all, ..Meeting::default() }];

        let followed = followed(&project);
        assert_eq!(followed.said_by(&asked("aanleiding"), &haven), Some(&said("Later")));
        assert_eq!(followed.said_by(&asked("sector"), &haven), Some(&said("overheid")));
        let aside = lying("aanleiding", "Eerst", Standing::SetAside);
        assert_eq!(followed.variants, [lying("aanleiding", "Ook", differs), lying("bezwaren", "Nee", differs), aside]);
        let now = [agreed("aanleiding", "Samen"), agreed("sector", "overheid"), agreed("bezwaren", "gemeente")];
        assert_eq!(followed.meetings[0].agreed, now);
    }
}
