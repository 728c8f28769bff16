//! «X called Y. He stressed to Y the need …»: what two say to one another in their talk is the talk.

use crate::events::EventKind;
use crate::events::acts::draft::Draft;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::Prep;
use crate::text::Affixes;

/// So many sentences behind the talk its words may be told.
const SENTENCES: usize = 3;

/// Drops each statement that one of two who talk makes to the other, with «to», right behind the talk.
pub(in crate::events) fn leave_to_talk(reading: &Reading<'_>, said: &mut Vec<Draft>, told: [&[Draft]; 2]) {
    let [before, here] = told;
    said.retain(|statement| {
        let near = |d: &&Draft| {
            d.kind == EventKind::Diplomacy
                && d.trigger.0 < statement.trigger.0
                && statement.sentence - d.sentence <= SENTENCES
        };
        let talk = here.iter().rev().chain(before.iter().rev()).find(near);
        !talk.is_some_and(|talk| says_to_other(reading, statement, talk))
    });
}

/// Does the speaker take part in the talk, and are the words behind the verb told to another who does?
fn says_to_other(reading: &Reading<'_>, statement: &Draft, talk: &Draft) -> bool {
    let part: Vec<usize> =
        [&talk.initiators, &talk.targets, &talk.others].into_iter().flatten().copied().collect();
    let same = |a: usize, b: usize| {
        let [a, b] = [a, b].map(|i| reading.text.fold_at(reading.actors[i].tokens.end - 1));
        a == b || bare(a) == b || a == bare(b) || bare(a) == bare(b)
    };
    if !statement.initiators.iter().any(|&a| part.iter().any(|&b| same(a, b))) {
        return false;
    }
    let to = |a: usize| {
        let start = reading.actors[a].tokens.start;
        let joined = reading.text.readings_at(start).iter().any(|r| r.affixes.has(Affixes::LI));
        let parted = reading.follows_cue(start, crate::knowledge::status::Cue::Prep(Prep::On));
        (joined || parted) && !statement.initiators.contains(&a)
    };
    let [from, end] = [statement.trigger.1, statement.quote.1]
        .map(|at| reading.actors.partition_point(|a| a.tokens.start < at));
    let addressed = (from..end).find(|&a| to(a));
    addressed.is_some_and(|a| part.iter().any(|&b| same(a, b)))
}

/// The name without the «to» or «with» that is written together with it.
fn bare(name: &str) -> &str {
    const JOINED: [char; 2] = ['\u{644}', '\u{628}'];
    const SHORTEST: usize = 4;
    name.strip_prefix(JOINED).filter(|n| n.chars().count() >= SHORTEST).unwrap_or(name)
}
