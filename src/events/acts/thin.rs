//! Acts of which too little is told where they stand: they count when their story gives them a place, or when they are
//! told in full but for it.

use super::draft::Draft;
use super::told::{holds, is_told, is_untold_act};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, CueForm, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::text::inflect::Tense;
use crate::text::{Affixes, TokenKind};

/// Marks the drafts of which too little is told («the army entered at dawn», «the fall of two quarters»), so that the
/// story may place them.
pub(in crate::events) fn mark_thin(reading: &Reading<'_>, drafts: &mut [Draft]) {
    for draft in drafts {
        draft.is_thin = (waits_for_place(draft.frame) || burns_there(draft))
            && !holds(reading, draft)
            && !is_untold_act(draft)
            && is_told(draft);
    }
}

/// Drops the thin drafts that the story leaves as they are.
pub(in crate::events) fn drop_thin(reading: &Reading<'_>, drafts: &mut Vec<Draft>) {
    drafts.retain(|d| !d.is_thin || stands(reading, d) && !only_goes_on(reading, d));
    for draft in drafts.iter_mut().filter(|d| d.is_thin) {
        draft.why.push("little is told of it where it stands".into());
    }
}

/// Acts that a story tells of by and by, a piece in each sentence; fire, fighting and harm are told whole or only spoken
/// of.
fn waits_for_place(frame: Frame) -> bool {
    matches!(
        frame,
        Frame::Take | Frame::Lose | Frame::Enter | Frame::Leave | Frame::Send | Frame::Flee | Frame::Deal
    )
}

/// «and they burnt five houses»: damage that a verb tells with who did it.
fn burns_there(draft: &Draft) -> bool {
    draft.frame == Frame::Damage && !draft.is_noun && !draft.initiators.is_empty()
}

/// Does the draft have a place by now, or does it say enough without one?
fn stands(reading: &Reading<'_>, draft: &Draft) -> bool {
    let placed = !draft.places.is_empty();
    let doer = !draft.initiators.is_empty();
    let someone = doer || !draft.targets.is_empty();
    match draft.frame {
        Frame::Lose | Frame::Flee | Frame::Damage => placed,
        // «the police have taken back …».
        // «seized twelve vehicles»: goods, and no ground.
        Frame::Take => {
            placed
                || someone && !draft.is_noun && !draft.names_thing && !takes_things(reading, draft.trigger.1)
        }
        // «sent reinforcements there», and not «reinforcements from X».
        Frame::Send => placed && (someone || !draft.is_noun) || doer && !draft.is_noun && draft.is_armed,
        // «after the entry into X», «the army entered on Friday», and not «aid entered X».
        Frame::Enter => {
            let at = draft.trigger.0;
            let after = draft.is_noun && (reading.follows_cue(at, Cue::After) || begins_with_bi(reading, at));
            placed && (doer || after) || doer && !draft.is_noun && draft.date.is_some()
        }
        // «after the agencies left X», «the fighters left», and not «the fire got out of control».
        Frame::Leave => {
            // «fired after their withdrawal», «following the withdrawal of the forces of X».
            let after = draft.is_noun && reading.follows_cue(draft.trigger.0, Cue::After);
            let armed = doer && draft.is_armed && (!draft.is_noun || after);
            placed && !goes_out_of(reading, draft.trigger.1) || armed
        }
        // «left by an agreement», «ended in a truce that X brokered», and not «the agreement of X is not carried out».
        _ => (placed || doer) && !draft.is_definite && is_governed(reading, draft.trigger.0),
    }
}

/// «the gunmen seized five vehicles»: do arms or other things, or their count, stand behind the «on» that follows a verb of
/// taking at token `from`?
fn takes_things(reading: &Reading<'_>, from: usize) -> bool {
    const REACH: usize = 6;
    let text = &reading.text;
    let lists = &reading.knowledge.triggers.lists;
    let word = |i: &usize| text.tokens[*i].kind == TokenKind::Word;
    let mut near = (from..text.tokens.len().min(from + REACH)).take_while(word);
    let Some(on) = near.find(|&i| reading.says_cue(i, Cue::Prep(Prep::On))) else { return false };
    let count = reading.numbers.binary_search_by_key(&(on + 1), |n| n.from).ok();
    let at = count.map_or(on + 1, |n| reading.numbers[n].to);
    lists.things.longest_at(text, at).is_some() || lists.arms.longest_at(text, at).is_some()
}

/// «the gunmen flee», «the fighters keep falling back»: does a verb in the present, with no day, only say what goes on?
fn only_goes_on(reading: &Reading<'_>, draft: &Draft) -> bool {
    let found = reading.knowledge.triggers.lexicon.longest_at(&reading.text, draft.trigger.0);
    let tense = |t: &TriggerForm| match t.form {
        WordForm::Verb(verb) => Some(verb.tense),
        _ => None,
    };
    let tenses = found.map(|m| m.value.iter().filter_map(tense).collect::<Vec<_>>()).unwrap_or_default();
    let present = !tenses.is_empty() && tenses.iter().all(|t| *t == Tense::Imperfect);
    !draft.is_noun && draft.date.is_none() && present
}

/// Does the word at token `at` carry «with», or stand behind a preposition?
fn is_governed(reading: &Reading<'_>, at: usize) -> bool {
    let prep = |m: &CueForm| match m.cue {
        // «an agreement on a truce»: what is agreed on is not made yet.
        Cue::Prep(prep) => prep != Prep::On,
        cue => matches!(cue, Cue::After | Cue::According),
    };
    let before = || {
        let found = reading.knowledge.status.lexicon.longest_at(&reading.text, at.checked_sub(1)?)?;
        Some(found.value.iter().any(prep))
    };
    begins_with_bi(reading, at) || before().unwrap_or(false)
}

/// Does the word at token `at` carry the preposition that is one letter («with the entry into X»)?
fn begins_with_bi(reading: &Reading<'_>, at: usize) -> bool {
    reading.text.readings_at(at).iter().any(|r| r.affixes.has(Affixes::BI))
}

/// Does «out of» in the sense of control or service stand behind the verb that ends before token `at`? No place is left so.
fn goes_out_of(reading: &Reading<'_>, at: usize) -> bool {
    const REACH: usize = 6;
    (at..reading.text.tokens.len().min(at + REACH)).any(|t| reading.says_cue(t, Cue::Quoted))
}
