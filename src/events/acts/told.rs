//! Which drafts are told as events, and which are only words.

use super::draft::Draft;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::{ActorClass, Reading};
use crate::events::{EventKind, Modality};
use crate::knowledge::status::Cue;
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::TokenKind;

/// Has the draft what its kind needs?
pub(in crate::events) fn holds(reading: &Reading<'_>, draft: &Draft) -> bool {
    let has_place = !draft.places.is_empty() || draft.points_back;
    let someone = !draft.initiators.is_empty() || !draft.targets.is_empty();
    let dated = draft.date.is_some();
    let enough = match draft.frame {
        // «took wide areas»: nobody, and nowhere.
        Frame::Take | Frame::Enter => {
            has_place || draft.has_vague_place && (someone || dated || draft.is_carried)
        }
        Frame::Fall | Frame::Lose => has_place,
        Frame::Leave => {
            let named = has_place || draft.destination.is_some();
            let somewhere = draft.has_vague_place && draft.is_carried;
            (named && (someone || !draft.is_noun || draft.is_carried))
                || ((!draft.is_noun || somewhere) && someone)
                || draft.kind == EventKind::Displacement && someone && dated
                || has_place && draft.counts_column
        }
        // «X intervened in September 2015»: the country of the war is meant.
        Frame::Move if draft.names_thing && dated => someone,
        Frame::Move => someone && (has_place || (!draft.is_noun && draft.is_armed && draft.goes_somewhere)),
        // «some thirty buses reached X».
        Frame::Reach => has_place && (someone || draft.counts_column),
        Frame::Send => send_holds(draft, someone, has_place),
        Frame::Strike => {
            (someone && (has_place || dated || draft.is_carried || !draft.is_noun))
                || has_place
                || !draft.tolls.is_empty()
                || is_raid(draft)
        }
        Frame::Repel
            if !draft.is_noun && (has_place || draft.names_thing && !draft.initiators.is_empty()) =>
        {
            true
        }
        Frame::Fight | Frame::Repel => fight_holds(draft, someone, has_place, dated),
        // «a mass grave was found in X».
        // «an activist was found killed in X», «a field execution in X».
        Frame::Harm if has_place && says_itself(draft) => true,
        Frame::Harm => {
            !draft.tolls.is_empty()
                || someone
                || ((!draft.is_noun || draft.is_carried && draft.names_thing) && has_place)
        }
        Frame::Hold => {
            let exchanged = draft.kind == EventKind::Release;
            someone
                || (!draft.is_noun && (exchanged || seizes(reading, draft)) && !draft.places.is_empty())
                || (draft.is_carried && has_someplace(draft))
        }
        // «two battalions broke away from the army in X».
        Frame::Rout if !draft.is_noun && !draft.others.is_empty() => true,
        Frame::Rout => someone || (draft.is_noun && draft.is_carried && (has_place || draft.names_thing)),
        Frame::Flee => has_place || someone || (draft.is_carried && (draft.names_thing || !draft.is_noun)),
        // «X announced the closure of its airspace».
        Frame::Close if draft.is_noun && draft.is_carried && someone => true,
        Frame::Close if closes_border(reading, draft) => true,
        Frame::Damage | Frame::Close => {
            has_place && (!draft.is_noun || dated || draft.names_thing || draft.is_carried)
        }
        Frame::Rally => has_place || (someone && draft.is_carried),
        Frame::Meet => meeting_holds(reading, draft, has_place, dated),
        Frame::Deal if draft.is_carried => someone || dated || has_place,
        // «the agreement of March 2020»: a deal that is named by its day.
        Frame::Deal if draft.is_noun && draft.is_named_by_day => true,
        Frame::Deal => (someone || has_place) && !draft.is_noun,
        // «chose … as its head»: told in so many words.
        Frame::Appoint if draft.names_thing && !draft.is_weak => {
            draft.kind != EventKind::Statement || someone || dated || has_place
        }
        // «after the dismissal of the governor X on 25 December».
        Frame::Appoint if draft.kind == EventKind::Leadership && dated => someone,
        Frame::Appoint if draft.is_noun && draft.is_carried && has_place => true,
        Frame::Appoint => someone && (!draft.is_noun || draft.is_carried),
    };
    enough && (!draft.is_weak || !draft.tolls.is_empty() || weak_enough(reading, draft, has_place, dated))
}

/// Is it told who or what is sent, and where to?
fn send_holds(draft: &Draft, someone: bool, has_place: bool) -> bool {
    if draft.is_noun && draft.stance.modality == Modality::Planned {
        return has_place;
    }
    // «pushed a convoy through to X», «the town witnessed a wide deployment»: what is sent is named.
    let named = !draft.is_noun && draft.names_thing || draft.is_noun && draft.is_carried;
    if has_place && draft.kind == EventKind::Deployment && named {
        return true;
    }
    let somewhere = has_place
        || (draft.is_carried && draft.has_vague_place)
        || (!draft.is_noun && !draft.others.is_empty());
    (someone || carries_away(draft)) && somewhere
}

/// «the police seized three wanted men»: is a verb of holding, that asks for those who are held, close before them?
fn seizes(reading: &Reading<'_>, draft: &Draft) -> bool {
    const REACH: usize = 5;
    if !draft.names_thing {
        return true;
    }
    let (text, knowledge) = (&reading.text, reading.knowledge);
    let lists = &knowledge.triggers.lists;
    let person = |i: usize| {
        let word = knowledge.tolls.lexicon.longest_at(text, i).map(|m| *m.value);
        let counted = |w: TollWord| {
            matches!(w, TollWord::Civilians | TollWord::Persons | TollWord::Fighters | TollWord::Soldiers)
        };
        word.is_some_and(counted)
            || lists.wanted.longest_at(text, i).is_some()
            || lists.homes.longest_at(text, i).is_some()
            || lists.civil_sites.longest_at(text, i).is_some()
            || lists.prisoners.longest_at(text, i).is_some()
            || knowledge.tolls.ones.longest_at(text, i).is_some()
    };
    let ends = |i: usize| matches!(text.tokens[i].kind, TokenKind::Mark | TokenKind::Break);
    let end = text.tokens.len().min(draft.trigger.1 + REACH);
    (draft.trigger.1..end).take_while(|&i| !ends(i)).any(person)
}

/// Do the words of the act name the dead that are found, or tell by a noun of several words what was done?
fn says_itself(draft: &Draft) -> bool {
    let in_words = draft.is_noun && draft.trigger.1 > draft.trigger.0 + 1;
    draft.names_thing && (draft.kind == EventKind::Casualties || in_words)
}

/// «the people of X received those set free»: a crowd that welcomes somebody holds no talks.
fn is_crowd(reading: &Reading<'_>, draft: &Draft) -> bool {
    let civil = |&a: &usize| reading.actors[a].class == ActorClass::Civilians;
    let alone = draft.others.is_empty() && draft.targets.is_empty() && !draft.names_thing;
    alone && !draft.is_noun && !draft.initiators.is_empty() && draft.initiators.iter().all(civil)
}

/// A meeting needs two who meet, or one who meets somewhere or on a day.
fn meeting_holds(reading: &Reading<'_>, draft: &Draft, has_place: bool, dated: bool) -> bool {
    if joins_forces(reading, draft) || is_crowd(reading, draft) {
        return false;
    }
    let meets = !draft.initiators.is_empty();
    let someone = meets || !draft.targets.is_empty();
    let session = !draft.is_noun && draft.names_thing;
    if draft.is_carried && draft.is_noun && has_place {
        return true;
    }
    // «the talks broke down on Sunday».
    if !draft.is_weak {
        return dated || has_place;
    }
    // «the council held an emergency session on Thursday», «the council held a session», «the city hosted a conference on
    // Thursday».
    if session && dated && (meets || has_place) || sits(reading, draft) {
        return true;
    }
    // «the council meets on Monday».
    if !draft.is_noun && dated && draft.stance.is_scheduled {
        return someone;
    }
    meets && (!draft.others.is_empty() || has_place || draft.is_carried && draft.is_with_someone)
}

/// «the warplanes bombed a depot in the market street»: a raid told by its verb, though no list knows who flew it.
pub(in crate::events) fn is_raid(draft: &Draft) -> bool {
    draft.kind == EventKind::AirStrike && !draft.is_noun && !draft.is_relative
}

pub(super) fn has_someplace(draft: &Draft) -> bool {
    draft.is_carried || !draft.places.is_empty()
}

/// Fighting needs a place or a day, and somebody or a verb that tells it.
pub(super) fn fight_holds(draft: &Draft, someone: bool, has_place: bool, dated: bool) -> bool {
    let counted = !draft.tolls.is_empty();
    let against = !draft.targets.is_empty() || !draft.others.is_empty();
    let told_in_full = draft.is_carried && !draft.initiators.is_empty() && against;
    // «announced the downing of a drone»: the deed is named in full.
    let named = draft.is_carried && draft.is_noun && draft.names_thing && !draft.is_definite;
    let acts = !draft.is_noun && !draft.places.is_empty(); // «they attacked the villages of X and Y»
    // «shot down a plane of X».
    let downs = !draft.is_noun && draft.names_thing && !draft.initiators.is_empty() && against;
    // «the interception of two missiles over X».
    let parries = draft.is_noun && draft.names_thing && !draft.is_definite && !draft.places.is_empty();
    (has_place || dated || counted || told_in_full || named || downs)
        && (someone || draft.is_carried || counted || acts || parries)
}

/// Does a council of states hold a session of its own, told by its verb?
fn sits(reading: &Reading<'_>, draft: &Draft) -> bool {
    let body = |&a: &usize| {
        let hit = &reading.actors[a];
        let code = hit.faction.map(|f| reading.knowledge.conflict.faction(f).code.as_str());
        let neutral = code.is_some_and(|c| reading.knowledge.status.neutral.iter().any(|n| n == c));
        // The United Nations are no land, though they stand among the states.
        let of_state = hit.class == ActorClass::State && !hit.is_land;
        (of_state || neutral && hit.class != ActorClass::Civilians) && !hit.is_people
    };
    let told = !draft.is_noun && draft.names_thing && !draft.is_relative && draft.others.is_empty();
    told && draft.initiators.len() == 1 && draft.initiators.iter().all(body)
}

/// «X closed its border with Y»: does a state close something that needs no place?
fn closes_border(reading: &Reading<'_>, draft: &Draft) -> bool {
    let state = |&a: &usize| reading.actors[a].class == ActorClass::State;
    !draft.is_noun && draft.names_thing && draft.initiators.iter().any(state)
}

/// «dozens of wounded were carried to X»: those who are carried are named with the verb.
fn carries_away(draft: &Draft) -> bool {
    draft.kind == EventKind::Displacement && !draft.is_noun && draft.names_thing
}

/// «the troops from X met those of Y at Z»: they link up, and hold no talks.
fn joins_forces(reading: &Reading<'_>, draft: &Draft) -> bool {
    let troops = |&a: &usize| {
        let hit = &reading.actors[a];
        hit.class == ActorClass::Armed && hit.is_common_noun && !hit.is_commander && !hit.is_anonymous
    };
    !draft.is_noun && !draft.initiators.is_empty() && draft.initiators.iter().all(troops)
}

/// Does a person or a government take part?
fn names_official(reading: &Reading<'_>, draft: &Draft) -> bool {
    let is_person = |&a: &usize| {
        let hit = &reading.actors[a];
        matches!(hit.class, ActorClass::Person | ActorClass::State) || hit.is_commander
    };
    draft.initiators.iter().chain(&draft.targets).any(is_person)
}

pub(super) fn weak_enough(reading: &Reading<'_>, draft: &Draft, has_place: bool, dated: bool) -> bool {
    let someone = !draft.initiators.is_empty() || !draft.targets.is_empty() || !draft.others.is_empty();
    match draft.frame {
        Frame::Meet | Frame::Rout | Frame::Appoint if draft.is_carried && draft.is_noun && has_place => true,
        // «X called Y».
        Frame::Meet if !draft.is_noun && !draft.initiators.is_empty() && !draft.others.is_empty() => {
            has_place || dated || draft.is_carried || draft.stance.content_of.is_none() && !draft.is_relative
        }
        Frame::Send if carries_away(draft) => has_place,
        // «cut its relations with Y», «summoned the ambassador of Y».
        Frame::Meet if draft.names_thing && !draft.is_noun && !draft.initiators.is_empty() => {
            !draft.others.is_empty() || has_place || dated || sits(reading, draft)
        }
        Frame::Meet if draft.names_thing && !draft.is_noun && has_place && dated => true,
        Frame::Deal if draft.is_carried => dated || has_place || someone,
        Frame::Deal if draft.is_named_by_day => true,
        Frame::Deal if !draft.is_noun => has_place || (someone && dated),
        Frame::Appoint if !draft.is_noun && names_official(reading, draft) => true,
        // «the brigades formed an operations room», «X merged with Y».
        Frame::Appoint if !draft.is_noun && !draft.is_relative && draft.names_thing && draft.is_armed => true,
        Frame::Leave if draft.kind == EventKind::Displacement && draft.goes_somewhere => someone,
        Frame::Leave if draft.counts_column => has_place,
        Frame::Leave if draft.destination.is_some() && !draft.is_noun => has_place || someone,
        Frame::Strike if (draft.is_carried || !draft.is_noun) && has_place => true,
        Frame::Close if closes_border(reading, draft) => true,
        Frame::Damage | Frame::Close | Frame::Rally => has_place || dated || draft.is_carried,
        Frame::Move if draft.is_armed && !draft.is_noun && draft.goes_somewhere => true,
        _ => someone && (has_place || dated || draft.is_carried),
    }
}

/// An act that is only threatened, planned or denied is worth a mention even when little is said of it.
pub(in crate::events) fn is_untold_act(draft: &Draft) -> bool {
    !is_told(draft) && !draft.initiators.is_empty() && !draft.stance.is_comment
}

/// Does an event of the record come from this draft?
pub(in crate::events) fn is_told(draft: &Draft) -> bool {
    let stance = &draft.stance;
    let only_negated = stance.modality == Modality::Denied && !stance.is_refuted;
    // «the assault on X will begin on Sunday»: what is meant, and not only asked for, is told with its place and day.
    let placed =
        !draft.places.is_empty() && draft.date.is_some() && (!stance.is_asked_for || stance.is_scheduled);
    let only_meant = stance.modality == Modality::Planned && !placed && !is_set_down(draft);
    stance.modality != Modality::Hypothetical && !only_meant && !only_negated && !stance.is_comment
}

/// Is it a move, meeting or release that is set down for the days to come, with a place or day?
fn is_set_down(draft: &Draft) -> bool {
    let moves = matches!(
        draft.frame,
        Frame::Leave
            | Frame::Flee
            | Frame::Hold
            | Frame::Meet
            | Frame::Move
            | Frame::Send
            | Frame::Enter
            | Frame::Reach
    );
    let moves = moves || draft.frame == Frame::Deal && draft.is_to_come;
    let vague = draft.has_vague_place && draft.is_carried && !draft.initiators.is_empty();
    let known = !draft.places.is_empty() || draft.points_back || draft.date.is_some() || vague;
    // «an agreement on the withdrawal of the army and on a safe passage to X»: nobody is to be sent there.
    let headed = draft.is_noun && draft.frame == Frame::Leave && draft.kind == EventKind::Deployment;
    draft.stance.is_scheduled && moves && known && !headed
}

/// Marks drafts told in the words of commentators.
pub(in crate::events) fn has_commentator(items: &[Item]) -> bool {
    items.iter().any(|i| matches!(i.what, What::Known) && i.is_cue(Cue::Commentator))
}
