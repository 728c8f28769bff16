//! How far the text stands behind an event, and who says so.

use super::attributed::{Attribution, according, announces_without_speaker, passive_announcer, speaker};
use super::brought_about::comes_of_act;
use super::ceased::is_ceased;
use super::condemned::is_told_with_dead;
use super::denied::{is_denied_later, is_false_report};
use super::exposed::is_meant;
use super::unreal::is_unreal;
use crate::events::Modality;
use crate::events::acts::aside::is_outside_words;
use crate::events::acts::deal_terms::{consents, is_term};
use crate::events::acts::draft::Scope;
use crate::events::acts::spot::is_any;
use crate::events::clauses::clause::{Finite, Opener, negates};
use crate::events::clauses::item::{Item, What, first_in};
use crate::events::clauses::particles::is_excepted;
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep, Speech};
use crate::knowledge::triggers::{Frame, TriggerForm};
use crate::text::Affixes;
use crate::text::inflect::Tense;

/// How far the text stands behind an event.
#[expect(clippy::struct_excessive_bools, reason = "independent findings about one event")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::events) struct Stance {
    /// The modality.
    pub(in crate::events) modality: Modality,
    /// Who says so.
    pub(in crate::events) attribution: Option<Attribution>,
    /// Does the grammar put it before the story («had …», «in the past»)?
    pub(in crate::events) is_past: bool,
    /// Does somebody deny it (and not only the grammar)?
    pub(in crate::events) is_refuted: bool,
    /// Does a speaker lay it to another?
    pub(in crate::events) is_accusation: bool,
    /// Is it told in the words of someone who only comments?
    pub(in crate::events) is_comment: bool,
    /// Is it set down or agreed on for the days to come?
    pub(in crate::events) is_scheduled: bool,
    /// Does somebody only ask for it?
    pub(in crate::events) is_asked_for: bool,
    /// The clause whose content it is.
    pub(in crate::events) content_of: Option<usize>,
}

/// The stance of the trigger at `item`.
pub(in crate::events) fn stance(scope: Scope<'_, '_>, contents: &[Option<usize>], item: usize) -> Stance {
    let clause = scope.clause();
    let mut out = Stance { content_of: contents[scope.c], ..Stance::default() };
    let own = clause.finite.filter(|f| f.item == item);
    let mut marks = marks_before(scope, item, own);
    marks.is_hypothetical |= is_unreal(scope, item);
    marks.join(inherited_condition(scope, contents));
    if own.is_none() && is_agreed_on(scope, item) {
        marks.is_planned = true;
        // «agreement on the exit of X from Y»: without a verb, the agreement is told.
        marks.is_scheduled |= clause.finite.is_some_and(|f| f.item < item);
    }
    if own.is_none() && is_ordered(scope, item) {
        marks.is_planned = true;
        marks.is_scheduled = true;
    }
    marks.is_planned |= own.is_none() && (is_purpose(scope, item) || is_owed(scope, item));
    let governor = clause.finite.filter(|f| f.item < item);
    let mut speech = contents[scope.c];
    if governor.is_some_and(|g| matches!(g.cue, Some(Cue::Speech(_)))) {
        speech = Some(scope.c);
    }
    if let Some(s) = speech {
        let verb = scope.clauses[s].finite;
        // «vowed, after his meeting with X, to …»: what lies before the words is no part of them.
        let from = verb.map_or(item, |v| v.item.min(item));
        let after = |i: &Item| i.is_cue(Cue::After) || hangs_on_event(scope.reading, i);
        let aside = own.is_none() && s == scope.c && scope.items[from..item].iter().any(after);
        match verb.and_then(|v| v.cue).filter(|_| !aside) {
            Some(Cue::Speech(Speech::Deny)) if is_said_anew(scope, s) => out.content_of = None,
            _ if is_said_anew(scope, s) || is_told_with_dead(scope, item) => {}
            Some(Cue::Speech(Speech::Deny)) => {
                marks.is_denied = true;
                out.is_refuted = true;
            }
            Some(Cue::Speech(Speech::Accuse)) => out.is_accusation = true,
            Some(Cue::Speech(Speech::Demand)) => marks.is_planned |= own.is_none_or(|o| is_imperfect(&o)),
            Some(Cue::Plan) => marks.is_planned = true,
            Some(Cue::Speech(Speech::Threaten) | Cue::Hypothetical) => marks.is_hypothetical = true,
            Some(Cue::Negation) => marks.is_denied = true,
            _ => {}
        }
        let outside = aside && verb.is_some_and(|v| is_outside_words(scope, item, v));
        if let Some(speech) = scope.clauses[s].speech() {
            let judges = matches!(speech, Speech::Demand | Speech::Threaten);
            let source = speaker(scope.reading, scope.items, &scope.clauses[s]);
            out.attribution = source.filter(|a| !(outside && (judges || a.is_party)));
        }
    }
    if governor.is_some_and(|g| announces_without_speaker(clause, g)) {
        // «activists confirmed the fall of X».
        let informers = &scope.reading.knowledge.triggers.lists.informers;
        let informs = |a: &Attribution| informers.longest_at(&scope.reading.text, a.from).is_some();
        out.attribution = passive_announcer(scope).or(out.attribution.filter(informs));
    }
    out.attribution = out.attribution.or_else(|| according(scope, item));
    // «no truth in reports of X», «what is said of the fall of X is untrue».
    let noun = scope.items[item].verb_trigger().is_none();
    let until = if noun { scope.clause().items.end.max(item) } else { item };
    if first_in(scope.items, 0..until, |i| i.is_cue(Cue::Refuted)).is_some() {
        marks.is_denied = true;
        out.is_refuted = true;
    }
    // «was not exposed to any shelling», «denied what X had reported of the departure of Y».
    let any = item.checked_sub(1).is_some_and(|j| is_any(scope.reading, &scope.items[j]));
    out.is_refuted |= marks.is_denied && any && own.is_none() && speech.is_some();
    let later = out.attribution.as_ref().is_some_and(|a| !a.is_party) && is_denied_later(scope);
    if own.is_none() && is_reported_and_denied(scope) || is_false_report(scope, item) || later {
        marks.is_denied = true;
        out.is_refuted = true;
    }
    out.is_past = marks.is_past || first_in(scope.items, 0..item, |i| i.is_cue(Cue::AllAlong)).is_some();
    out.is_scheduled = marks.is_scheduled;
    out.modality = if marks.is_hypothetical {
        Modality::Hypothetical
    } else if marks.is_denied {
        Modality::Denied
    } else if marks.is_planned {
        Modality::Planned
    } else if out.attribution.as_ref().is_some_and(|a| a.is_party || out.is_accusation) {
        Modality::Claimed
    } else {
        Modality::Asserted
    };
    out
}

/// «denied X, saying that Y»: behind a participle of speech the speaker of clause `s` only tells.
fn is_said_anew(scope: Scope<'_, '_>, s: usize) -> bool {
    let between = scope.clauses.get(s + 1..=scope.c).unwrap_or_default();
    let participle = between.iter().rev().find_map(|c| {
        let first = &scope.items[c.items.start];
        first.is_cue(Cue::Saying).then_some(first)
    });
    participle.is_some_and(|p| !p.is_cue(Cue::Plan) && !p.is_cue(Cue::Negation))
}

/// «denied what X had reported of»: the clause of the report behind a verb of denial.
fn is_reported_and_denied(scope: Scope<'_, '_>) -> bool {
    let clause = scope.clause();
    let reports = clause.speech().is_some() && clause.finite.is_some_and(|f| scope.items[f.item].has_pronoun);
    let before = scope.c.checked_sub(1).map(|c| &scope.clauses[c]);
    reports && clause.opener == Opener::Joined && before.is_some_and(|b| b.speech() == Some(Speech::Deny))
}

fn is_imperfect(finite: &Finite) -> bool {
    finite.verb.tense == Tense::Imperfect
}

/// What the small words before a trigger make of it.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "five independent properties of one trigger")]
struct Marks {
    is_denied: bool,
    is_planned: bool,
    is_hypothetical: bool,
    is_past: bool,
    is_scheduled: bool,
}

impl Marks {
    fn join(&mut self, other: Self) {
        self.is_hypothetical |= other.is_hypothetical;
        self.is_planned |= other.is_planned;
        self.is_scheduled |= other.is_scheduled;
    }
}

fn marks_before(scope: Scope<'_, '_>, item: usize, own: Option<Finite>) -> Marks {
    let (items, clause) = (scope.items, scope.clause());
    let mut marks = Marks { is_denied: is_without(scope), ..Marks::default() };
    for (i, it) in items.iter().enumerate().take(item).skip(clause.items.start) {
        let close = i + 2 >= item;
        if own.is_none() && (it.is_cue(Cue::After) || hangs_on_event(scope.reading, it)) {
            marks = Marks { is_past: marks.is_past, ..Marks::default() };
        }
        for cue in it.cues() {
            match cue.cue {
                Cue::Hypothetical => marks.is_hypothetical |= !is_set_aside(items, i, own),
                Cue::May => {
                    let verb = clause.finite.filter(|f| f.item > i);
                    marks.is_hypothetical |= verb.is_some_and(|f| is_imperfect(&f));
                }
                Cue::Plan if cue.verb.is_none() || clause.finite.is_some_and(|f| f.item == i) => {
                    marks.is_planned |= own.is_none() || close;
                }
                Cue::Scheduled => marks.is_scheduled = true,
                Cue::Negation if !negates(items, i) || is_excepted(items, i) => {}
                Cue::Negation if cue.verb.is_some() => marks.is_denied |= own.is_none(),
                Cue::Negation => {
                    // «the raid on X did not lead to deaths»: there was a raid.
                    let led = item == i + 2 && items[i + 1].is_cue(Cue::Result);
                    let goes_on = own.is_none() && (led || items[i + 1].is_cue(Cue::Ceasing));
                    let governs =
                        clause.finite.is_some_and(|f| f.item == i + 1 && f.item <= item) && !goes_on;
                    // «the barring of people from leaving»
                    let unparted = items[i..item].iter().all(|b| b.what != What::Comma);
                    let barred = items[item - 1].is_cue(Cue::Prep(Prep::From)) && unparted && !goes_on;
                    marks.is_denied |= governs || (own.is_none() && (close && !goes_on || barred));
                }
                Cue::Background => marks.is_past = true,
                _ => {}
            }
        }
    }
    marks.is_denied |= is_ceased(scope, item, own);
    marks.is_planned |= own.is_none() && is_meant(scope, item);
    let future = |f: Finite| items[f.item].affixes.has(Affixes::SA);
    // «…, to resume its raids»: behind a comma the narrative goes on.
    let after_comma = |i: usize| i.checked_sub(1).is_some_and(|j| items[j].what == What::Comma);
    let purpose = |f: Finite| {
        is_imperfect(&f)
            && items[f.item].affixes.has(Affixes::LI)
            && !after_comma(f.item)
            && !comes_of_act(scope, f)
    };
    // «will fight on, hours after it entered X»: what is to come does not govern what it is counted from.
    let counted_from = |f: &Finite| {
        let after = |i: &Item| i.is_cue(Cue::After) || hangs_on_event(scope.reading, i);
        own.is_none() && items[f.item + 1..item].iter().any(after)
    };
    let governor = clause.finite.filter(|f| f.item < item && !counted_from(f) || f.item == item);
    marks.is_planned |= governor.is_some_and(|f| future(f) || purpose(f));
    marks.is_scheduled |= governor.is_some_and(future);
    if own.is_some_and(|f| is_imperfect(&f)) {
        // The imperfect after «that» under a verb of intention is the intention's content.
        marks.is_past = false;
    }
    marks
}

/// «despite warnings of an attack, X entered Y»: does a preposition govern the noun at item `i`, and is the verb that tells
/// what was done behind it?
fn is_set_aside(items: &[Item], i: usize, own: Option<Finite>) -> bool {
    let told = own.is_some_and(|f| f.item > i && f.verb.tense == Tense::Perfect);
    told && i.checked_sub(1).is_some_and(|j| {
        let before = &items[j];
        before.prep().is_some() || before.is_cue(Cue::After) || before.is_cue(Cue::Subordinate)
    })
}

/// «without that fighting broke out».
fn is_without(scope: Scope<'_, '_>) -> bool {
    let before = scope.clause().items.start.checked_sub(1).map(|i| &scope.items[i]);
    let denies = |b: &Item| b.cue(|c| c == Cue::Negation).is_some_and(|c| c.verb.is_none());
    scope.clause().opener == Opener::That && before.is_some_and(denies)
}

/// «hours after the entry of»: a day told by an event that is behind it.
fn hangs_on_event(reading: &Reading<'_>, item: &Item) -> bool {
    matches!(item.what, What::Date(d) if reading.dates[d].anchor.is_some())
}

/// «attacks to recapture X»: a taking or entering with «to» is what is meant, unless something led to it.
fn is_purpose(scope: Scope<'_, '_>, item: usize) -> bool {
    let frame = scope.items[item].noun_trigger().map(|t| scope.reading.frame_of(t));
    let takes = matches!(frame, Some(Frame::Take | Frame::Enter | Frame::Hold | Frame::Repel));
    // «X is exposed to a siege»: the verb carries this noun and no other.
    let led = scope.clause().finite.filter(|f| f.item < item).is_some_and(|f| {
        let carries = matches!(f.cue, Some(Cue::Result | Cue::Light | Cue::PassiveLight));
        carries && scope.items[f.item + 1..item].iter().all(|i| i.noun_trigger().is_none())
    });
    takes && !led && scope.items[item].affixes.has(Affixes::LI)
}

/// «the agreement on the withdrawal»: what is agreed on is to come.
fn is_agreed_on(scope: Scope<'_, '_>, item: usize) -> bool {
    let deals = |t: TriggerForm| scope.reading.frame_of(t) == Frame::Deal;
    let moves = scope.items[item].noun_trigger().is_some_and(|t| {
        matches!(
            scope.reading.frame_of(t),
            Frame::Leave | Frame::Take | Frame::Enter | Frame::Move | Frame::Send | Frame::Flee
        )
    });
    // «an agreement for the exit of X».
    let before = scope.items[..item].iter().rev().take(3).find(|i| i.what != What::Word);
    let deal_for = before.is_some_and(|i| i.noun_trigger().is_some_and(deals));
    if moves && deal_for && scope.items[item].affixes.has(Affixes::LI) {
        return true;
    }
    let Some([deal, on]) = item.checked_sub(2).map(|from| &scope.items[from..item]) else { return false };
    // «agreed on a truce in X and on the withdrawal».
    let agreed = consents(scope, item);
    let named = deal.noun_trigger().is_some_and(deals);
    is_term(scope, item) || moves && on.is_cue(Cue::Prep(Prep::On)) && (agreed || named)
}

/// Does a quotation end with these items?
fn closes_quote(items: &[Item]) -> bool {
    let last = items.iter().rposition(|i| i.what != What::Comma);
    last.is_some_and(|i| i > 0 && items[i].what == What::Quote)
}

/// «ordered his troops to withdraw»: a move is ordered.
fn is_ordered(scope: Scope<'_, '_>, item: usize) -> bool {
    let moves = scope.items[item].noun_trigger().is_some_and(|t| {
        matches!(scope.reading.frame_of(t), Frame::Leave | Frame::Move | Frame::Send | Frame::Flee)
    });
    let to = scope.items[item].affixes.has(Affixes::BI);
    let before = &scope.items[scope.clause().items.start..item];
    moves && to && before.iter().any(|i| i.is_cue(Cue::Order))
}

/// «said that it is for X to withdraw»: «that», «on», whoever it is for, and then the noun of what is to be done.
fn is_owed(scope: Scope<'_, '_>, item: usize) -> bool {
    let [before @ .., who] = &scope.items[scope.clause().items.start..item] else { return false };
    let on = before.iter().rev().find(|i| i.what != What::Word);
    let named = matches!(who.what, What::Actor(_) | What::Place(_));
    let opens = before.first().is_some_and(|i| i.is_cue(Cue::That)) && before.len() <= 3;
    opens
        && named
        && on.is_some_and(|i| i.is_cue(Cue::Prep(Prep::On)))
        && scope.items[item].affixes.is_empty()
}

/// A condition in the clause that this one goes on from.
fn inherited_condition(scope: Scope<'_, '_>, contents: &[Option<usize>]) -> Marks {
    let mut marks = Marks::default();
    let mut c = scope.c;
    while c > 0 && matches!(scope.clauses[c].opener, Opener::That | Opener::Joined) {
        c -= 1;
        let clause = &scope.clauses[c];
        if closes_quote(&scope.items[clause.items.clone()]) {
            break; // the condition stays among the words quoted
        }
        let end = clause.finite.map_or(clause.items.end, |f| f.item);
        let noun = |i: &Item| i.cues().iter().any(|q| q.cue == Cue::Hypothetical && q.verb.is_none());
        let told = scope.clause().finite;
        let opens =
            (clause.items.start..end).any(|i| noun(&scope.items[i]) && !is_set_aside(scope.items, i, told));
        marks.is_hypothetical |= opens && contents[c] == contents[scope.c];
        let follows_that = scope.clauses[c + 1].opener == Opener::That;
        let tail = &scope.items[clause.items.clone()];
        let last = &tail[tail.len().saturating_sub(3)..];
        if follows_that {
            marks.is_planned |= last.iter().any(|i| i.is_cue(Cue::Plan));
            marks.is_scheduled |= last.iter().any(|i| i.is_cue(Cue::Scheduled));
            marks.is_hypothetical |= last.iter().any(|i| i.is_cue(Cue::Hypothetical));
        }
        if scope.clauses[c].opener != Opener::Joined {
            break;
        }
    }
    marks
}
