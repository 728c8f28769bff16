//! What the rest of the sentence says of a draft: when it was, who speaks, and what it takes from the items around it.

use super::Modality;
use super::acts::agreed::agree;
use super::acts::draft::{Draft, Scope};
use super::acts::falls::kills_on;
use super::acts::fled::keep_one_end;
use super::acts::freed::swap_nowhere;
use super::acts::office::is_origin;
use super::acts::repelled::repel_known;
use super::acts::told::has_commentator;
use super::clauses::clause::{Clause, Opener};
use super::clauses::item::{Item, What};
use super::days::dated::{is_flashback, is_since};
use super::days::own_day::day_of_carrier;
use super::days::reached_by::take_makers;
use super::days::to_come::{look_ahead, until_taken, would_take};
use super::days::when::date_of;
use super::joins::join::count_as_strike;
use super::mentions::reading::ActorClass;
use super::scenes::antecedent::place_before;
use super::scenes::becoming::become_in_part;
use super::scenes::hosted::host;
use super::scenes::in_city::lie_in_town;
use super::scenes::named_among::{include_places, list_objects};
use super::scenes::speech_place::{is_link, leave_rostrum};
use super::scenes::taken_in::lie_in;
use super::scenes::topic::{leave_topic, mean_topic};
use super::scenes::witness::happen_to_witness;
use super::targets::left_out::leave_out;
use super::voices::declared::is_announced_only;
use super::voices::failed::fail;
use super::voices::speakers::Speaker;
use crate::knowledge::status::{Cue, Speech};
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// Whose words the clauses of a sentence are.
pub(super) struct Words<'s> {
    /// For each clause, the clause of speech whose content it is.
    pub(super) contents: &'s [Option<usize>],
    /// For each clause of speech, whether a commentator speaks.
    pub(super) comments: &'s [bool],
    /// Who speaks from sentence to sentence.
    pub(super) speaker: &'s Speaker,
}

/// Adds what the sentence says of the draft of the trigger at item `i`; `told` is the draft before it.
pub(super) fn look_around(
    scope: Scope<'_, '_>,
    words: &Words<'_>,
    i: usize,
    found: &mut Draft,
    told: Option<&Draft>,
) {
    let Scope { reading, items, clauses, c } = scope;
    words.speaker.lend(scope, found);
    fail(scope, i, found);
    date(scope, words.contents, i, found);
    found.is_dependent = depends(items, &clauses[c], i) || kills_on(scope, i);
    found.is_relative = clauses[c].opener == Opener::Relative;
    found.is_flashback = is_flashback(items, &clauses[c]);
    lie_in(scope, i, found);
    found.is_armed = found.initiators.iter().any(|&a| reading.actors[a].class == ActorClass::Armed);
    found.quote = quote(scope, i, found);
    let speech = found.stance.content_of.or(clauses[c].speech().map(|_| c));
    found.stance.is_comment = speech.is_some_and(|s| words.comments[s]) || is_by_commentator(items, found);
    place_before(scope, i, found);
    mean_topic(scope, found);
    host(scope, i, found);
    happen_to_witness(scope, found);
    repel_known(scope, i, found);
    agree(scope, i, found);
    take_makers(scope, i, found);
    include_places(reading, items, i, found);
    list_objects(reading, items, &clauses[c], found);
    lie_in_town(reading, found);
    keep_one_end(scope, found);
    swap_nowhere(scope, found);
    leave_out(scope, found);
    become_in_part(scope, i, found);
    count_as_strike(items, i, found, told);
    leave_rostrum(scope, i, found);
    leave_topic(scope, i, found);
    found.is_own_act = is_own_act(scope, found) || only_says(scope, i, found);
}

/// The date of a draft, and what follows from it.
fn date(scope: Scope<'_, '_>, contents: &[Option<usize>], i: usize, found: &mut Draft) {
    found.date = day_of_carrier(scope, i, found).or_else(|| date_of(scope, contents, i));
    found.is_since = is_since(scope, i, found);
    let made = made_on(scope, i, found);
    // «in execution of the agreement that was reached on Sunday»: it has been reached.
    if made.is_some() && found.stance.modality == Modality::Planned {
        found.stance.modality = Modality::Asserted;
    }
    found.date = made.or(found.date);
    found.is_named_by_day = made.is_some() || is_named_by_day(scope, i, found);
    look_ahead(scope, i, found);
    would_take(scope, i, found);
    until_taken(scope, i, found);
}

/// «according to the researcher X»: does the draft rest on the word of someone who only comments?
fn is_by_commentator(items: &[Item], draft: &Draft) -> bool {
    draft.stance.attribution.as_ref().is_some_and(|who| {
        let from = items.partition_point(|i| i.from < who.from);
        let to = items.partition_point(|i| i.from < who.to).max(from);
        who.actors.is_empty() && has_commentator(&items[from..to])
    })
}

/// «which killed ten», «so ten were killed», «raids on X, ten were killed in them»: does the clause of the verb at item
/// `i` only go on with what stands before it?
fn depends(items: &[Item], clause: &Clause, i: usize) -> bool {
    let so = items[i].affixes.has(Affixes::FA);
    let in_it = !items[i].is_joined() && items.get(i + 1).is_some_and(|n| n.is_cue(Cue::There));
    let goes_on = clause.opener == Opener::Joined && (so || in_it);
    // «…, and also ten were killed»: another matter.
    let another = items[clause.items.start].is_cue(Cue::Contrast);
    goes_on || clause.opener == Opener::Relative || clause.opener == Opener::Subordinate && !another
}

/// The words that carry the act: trigger, the actors around it, the first place.
fn quote(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> (usize, usize) {
    let clause = scope.clause();
    let (mut from, mut to) = draft.trigger;
    let lo = scope.items[clause.items.start].from;
    let hi = scope.items[clause.items.end - 1].to;
    let reading = scope.reading;
    let parts = draft.initiators.iter().chain(&draft.targets).map(|&a| &reading.actors[a].tokens);
    let places = draft.places.first().map(|&p| &reading.places[p].tokens);
    for tokens in parts.chain(places) {
        if tokens.start >= lo && tokens.end <= hi {
            (from, to) = (from.min(tokens.start), to.max(tokens.end));
        }
    }
    if draft.has_vague_place && draft.places.is_empty() {
        // «took over the palace»: the thing, though no place.
        const REACH: usize = 4;
        let window = scope.items[item + 1..scope.window_end(item)].iter();
        let thing = window.take(REACH).take_while(|i| !matches!(i.what, What::Comma | What::Stop));
        to = thing.last().map_or(to, |i| to.max(i.to));
    }
    if let Some(f) = clause.finite.filter(|f| f.item < item && draft.is_carried) {
        from = from.min(scope.items[f.item].from);
    }
    (from, to)
}

/// «the agreement between X and Y in March 2020»: a date written out follows the noun, with no verb between.
fn is_named_by_day(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let Some(date) = draft.date.filter(|_| draft.is_noun).map(|d| &scope.reading.dates[d]) else {
        return false;
    };
    let end = scope.clause().items.end;
    let at = (item + 1..end).find(|&i| scope.items[i].from >= date.tokens.start);
    let Some(between) = at.map(|at| &scope.items[item + 1..at]) else { return false };
    // «an agreement concluded on Friday»: a verb of making right behind it says when it was made.
    let makes = |i: &Item| i.verb_cue().is_some_and(|c| matches!(c.0, Cue::Light | Cue::Speech(_)));
    let made = between.iter().take(3).any(makes);
    let acts = |i: &Item| i.verb_trigger().is_some_and(|(t, _)| t.need.is_none());
    let told = between.iter().any(|i| acts(i) || i.what == What::Comma);
    (date.basis == "absolute" || made) && date.tokens.start >= scope.items[item].to && !told
}

/// «the agreement, which was announced on Sunday»: the day on which a deal was made, told in the clause behind it.
fn made_on(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<usize> {
    let next = scope.clauses.get(scope.c + 1).filter(|n| n.opener == Opener::Relative)?;
    // «the agreement "of the four towns", which»
    let quoted = scope.items.get(item + 1).is_some_and(|n| n.what == What::Quote);
    let ends = scope.clause().items.end <= item + if quoted { 7 } else { 3 };
    let makes = next.finite.is_some_and(|f| {
        matches!(f.cue, Some(Cue::Light | Cue::PassiveLight | Cue::Speech(Speech::Announce)))
    });
    if draft.frame != Frame::Deal || !draft.is_noun || !ends || !makes {
        return None;
    }
    scope.items[next.items.clone()].iter().find_map(|i| match i.what {
        What::Date(d) if scope.reading.dates[d].range.is_some() => Some(d),
        _ => None,
    })
}

/// Is the act only where somebody comes from, a link to another text, or an announcement?
fn only_says(scope: Scope<'_, '_>, i: usize, draft: &Draft) -> bool {
    is_origin(scope, i, draft) || is_link(scope, i, draft) || is_announced_only(scope, i, draft)
}

/// Does a side only speak of what it is doing, without place or day? That is a statement.
fn is_own_act(scope: Scope<'_, '_>, draft: &Draft) -> bool {
    let Some(speech) = draft.stance.content_of else { return false };
    let speaker = &scope.clauses[speech].subject;
    let is_imperfect = scope.clause().finite.is_some_and(|f| f.verb.tense == Tense::Imperfect);
    let same = !speaker.is_empty() && draft.initiators.iter().all(|a| speaker.contains(a));
    let nowhere = draft.places.is_empty() && !draft.points_back && !draft.has_vague_place;
    !draft.is_noun && is_imperfect && same && nowhere
}
