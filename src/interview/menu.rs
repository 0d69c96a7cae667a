use super::prompter::{Command, PickPrompt, Prompter, Reply};
use super::walk::WalkError;

/// What is chosen in a list from which one also goes on, back, or away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuChoice {
    Item(usize),
    /// Enter: what the list says that it does.
    Rest,
    Back,
    Stop,
}

pub fn choose(prompter: &mut dyn Prompter, prompt: &PickPrompt) -> Result<MenuChoice, WalkError> {
    loop {
        match prompter.pick(prompt)? {
            Reply::Answer(place) => return Ok(MenuChoice::Item(place)),
            Reply::Empty | Reply::Command(Command::Skip) => return Ok(MenuChoice::Rest),
            Reply::Command(Command::Back) => return Ok(MenuChoice::Back),
            Reply::Command(Command::Stop) => return Ok(MenuChoice::Stop),
            Reply::Command(_) => {
                prompter
                    .remark("Typ een nummer of een woord uit de lijst. Met '<' ga je terug, met ':stop' stop je.")?;
            }
        }
    }
}
