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
                    Entry::Occupied(place) => project.variants.push(Variant {
                        question: to.clone(),
                        organisation: place.key().clone(),
                        standing: Standing::SetAside,
                        answer: view,
                    }),
                }
            }
            for agreed in project.agreed_mut().filter(|agreed| agreed.question == from) {
                agreed.question = to.clone();
            }
            for variant in project.variants.iter_mut().filter(|variant| variant.question == from) {
                variant.question = to.clone();
            }
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
    let open = |answer: &Answer| answer.state == State::Open;
    match answers {
        Answers::Together(answer) => open(answer),
        Answers::PerOrganisation(each) => each.values().all(open),
    }
}
