//! Whose day it is: a date in a clause or phrase that only describes something is not the day of the act.

use super::asked::is_asked_for;
use super::own_day::{begins_anew, is_of_act_before, is_of_contrast};
use crate::dates::Target;
use crate::events::EventKind;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::{Clause, Opener};
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::time::{Link, TimeWord, Unit};
use crate::knowledge::tolls::TollWord;
use crate::knowledge::triggers::Frame;
use crate::text::Affixes;
use crate::text::inflect::Tense;

use super::when::{LONGEST_SPAN, lasts};

/// How many items may stand between an act's noun and the clause that describes it.
const NEAR: usize = 6;

/// A story steps on by days; more days than these are a time in which it all happened.
const LONGEST_STEP: i64 = 7;
/// What is told along with something that has gone on for more days than these has a day of its own.
const LONGEST_ASIDE: i64 = 7;

/// Is the date at item `at` of clause `c` that of something other than the act at `item`: of what a clause describes,
/// of what was before, of a noun with a participle, of a comparison?
pub(in crate::events) fn is_of_another(scope: Scope<'_, '_>, (c, at): (usize, usize), item: usize) -> bool {
    if is_asked_for(scope, (c, at), item)
        || is_of_wound(scope, (c, at), item)
        || (c != scope.c || at < item) && is_of_act_before(scope, (c, at), item)
    {
        return true;
    }
    if c == scope.c {
        return at > item
            && (is_in_phrase(scope, at, item) || opens_next(scope, at) || is_of_answered(scope, at, item))
            || at < item && (is_in_resumed(scope, at, item) || is_before_comma(scope, at, item));
    }
    let is_since = matches!(scope.items[at].what, What::Date(d) if scope.reading.dates[d].is_since);
    let describes = |k: usize| describes(scope, k) && (is_since || !tells_state(scope, k));
    if c > scope.c {
        // «…, and on Friday they entered»: its own clause's, when the story steps on by days.
        let steps = scope.items[at].is_joined()
            && !is_since
            && matches!(scope.items[at].what, What::Date(d) if scope.reading.dates[d].range.is_none_or(|r| r.n_days() <= LONGEST_STEP));
        let leads = at == scope.clauses[c].items.start && steps;
        // «X, who commands the troops that Y trained, arrived on …»: a comma ends what describes.
        let ends = |k: usize| scope.items[scope.clauses[k].items.start..at].iter().any(parts);
        return leads
            || is_of_contrast(scope, scope.c + 1, c, at)
            || (scope.c + 1..=c).any(|k| describes(k) && !ends(k));
    }
    let clause = scope.clause();
    // «under fire since the end of March, along with fighting in Y»: the fighting is of now.
    let long = |d: usize| {
        let range = scope.reading.dates[d].range.zip(scope.reading.published);
        range.is_some_and(|(r, day)| (day - r.start()).num_days() > LONGEST_ASIDE)
    };
    let is_long = matches!(scope.items[at].what, What::Date(d) if long(d));
    if is_since && is_long && clause.opener == Opener::Subordinate && clause.finite.is_none() {
        return true;
    }
    let resumes = match clause.opener {
        Opener::Joined => !scope.items[clause.items.start].is_joined(),
        Opener::That => true,
        _ => false,
    };
    (resumes || begins_anew(scope) || goes_on_behind_comma(scope, c)) && describes(c)
}

/// «died of wounds that he got in fighting in X three days ago, and planes bombed Y»: is the date at item `at` of clause `c` that
/// of the wounds, and the act at `item` none of what is told of those?
fn is_of_wound(scope: Scope<'_, '_>, (c, at): (usize, usize), item: usize) -> bool {
    let from = behind_wound(scope.reading, scope.items, scope.clauses[c].items.start, at);
    from.is_some_and(|w| !(w..at).contains(&item))
}

/// The item of «died of» before the date at item `at`, when the words between tell how the wounds were got.
pub(in crate::events) fn behind_wound(
    reading: &Reading<'_>,
    items: &[Item],
    start: usize,
    at: usize,
) -> Option<usize> {
    let wounds = &reading.knowledge.status.wounded_before;
    let from = (start..at).rev().find(|&i| wounds.longest_at(&reading.text, items[i].from).is_some())?;
    let hurt = |i: &Item| {
        let word = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i.from);
        i.verb_trigger().is_some()
            || i.verb_cue().is_some()
            || word.is_some_and(|m| *m.value == TollWord::Wound)
    };
    items.get(from + 2..at)?.iter().any(hurt).then_some(from)
}

/// «took back posts that it had lost two days before, and destroyed two vehicles»: a comma and «and» go on from the main clause
/// and not from the pluperfect of clause `c` that describes.
fn goes_on_behind_comma(scope: Scope<'_, '_>, c: usize) -> bool {
    let goes_on = |k: &Clause| {
        let comma = k.items.start.checked_sub(1).is_some_and(|j| scope.items[j].what == What::Comma);
        let first = &scope.items[k.items.start];
        let then =
            scope.reading.knowledge.status.goes_on.longest_at(&scope.reading.text, first.from).is_some();
        comma && (k.opener == Opener::Joined || first.is_cue(Cue::Contrast) || then)
    };
    tells_back(scope, c) && scope.clauses[c + 1..=scope.c].iter().any(goes_on)
}

/// Does the pluperfect of the clause only describe what stands before it: «which it had lost», «posts that it had lost»?
pub(in crate::events) fn is_flashback(items: &[Item], clause: &Clause) -> bool {
    let start = clause.items.start;
    // «by Thursday, most of it had fallen» tells on.
    let noun = |n: &Item| !(parts(n) || matches!(n.what, What::Date(_)));
    let behind_noun = start.checked_sub(1).is_some_and(|j| noun(&items[j]) && !items[start].is_joined());
    let past = clause.has_was && clause.finite.is_none_or(|f| f.verb.tense == Tense::Perfect);
    past && (clause.opener == Opener::Relative || clause.opener == Opener::Joined && behind_noun)
}

/// «the agreement of 1974», «bombed X, under the truce made on Monday»: does the year at item `at`, or the day in a clause
/// behind the act, tell a deal apart from others, and so date nothing else?
pub(super) fn dates_deal(scope: Scope<'_, '_>, start: usize, at: usize, item: usize) -> bool {
    let What::Date(d) = scope.items[at].what else { return false };
    let is_year = scope.reading.dates[d].range.is_some_and(|r| r.n_days() > LONGEST_SPAN);
    let mut before = scope.items[start..at].iter().enumerate().rev();
    let deal = before.find_map(|(n, i)| {
        let noun = i.noun_trigger().map(|t| scope.trigger(t).frame == Frame::Deal);
        noun.or(i.verb_trigger().map(|_| false)).map(|deal| deal.then_some(start + n))
    });
    let is_behind = at >= scope.clause().items.end;
    (is_year || is_behind) && deal.flatten().is_some_and(|deal| deal != item)
}

/// «X, from which they marched in 2011, after an agreement»: a noun behind «after» and a comma goes on from what stands
/// before the relative clause.
fn is_before_comma(scope: Scope<'_, '_>, at: usize, item: usize) -> bool {
    let after = item.checked_sub(1).filter(|&j| j > at && scope.items[j].is_cue(Cue::After));
    // «X, which had made peace days ago, answered by sending troops to Y»: so does «by» behind the comma.
    let by = || scope.items[item].affixes.has(Affixes::BI) && item > at + 1 && parts(&scope.items[item - 1]);
    let comma = after.is_some_and(|j| parts(&scope.items[j - 1])) || by();
    let since = matches!(scope.items[at].what, What::Date(d) if scope.reading.dates[d].is_since);
    comma && !since && scope.clause().opener == Opener::Relative
}

/// «raids on X in answer to an attack on Y last week»: the date behind what is answered is not that of the answer.
fn is_of_answered(scope: Scope<'_, '_>, at: usize, item: usize) -> bool {
    let between = &scope.items[item + 1..at];
    let answer = between.iter().position(|i| i.is_cue(Cue::Answer));
    answer.is_some_and(|n| between[n..].iter().any(|i| i.noun_trigger().is_some()))
}

/// «raids on X, and on 13 June …»: a joined date begins what comes next, unless it only goes on in a list of dates.
fn opens_next(scope: Scope<'_, '_>, at: usize) -> bool {
    scope.items[at].is_joined() && !matches!(scope.items[at - 1].what, What::Date(_))
}

fn parts(item: &Item) -> bool {
    matches!(item.what, What::Comma | What::Stop | What::Quote)
}

/// Does clause `k` only describe what stands before it («which it had set up in …», «after they took …»)?
fn describes(scope: Scope<'_, '_>, k: usize) -> bool {
    let clause = &scope.clauses[k];
    let first = &scope.items[clause.items.start];
    match clause.opener {
        Opener::Subordinate => first.is_cue(Cue::AfterThat),
        Opener::Relative => !describes_act(scope, clause),
        Opener::Joined if super::reached_by::deal_made_in(scope, k).is_some() => true,
        Opener::Joined if says_what_it_is(scope, clause) => true,
        Opener::Joined => is_bare(scope, clause) && !describes_act(scope, clause) || tells_back(scope, k),
        Opener::Start | Opener::That => false,
    }
}

/// «X bombed the land that Y holds on Friday»: what is so now has no day but the day of the act.
fn tells_state(scope: Scope<'_, '_>, k: usize) -> bool {
    const IMPERFECT: char = '\u{64A}';
    let clause = &scope.clauses[k];
    let unknown = || {
        let verb = scope.items.get(clause.items.start + 1).filter(|v| v.what == What::Word);
        verb.is_some_and(|v| scope.reading.text.fold_at(v.from).starts_with(IMPERFECT))
    };
    let now = clause.finite.map_or_else(unknown, |f| f.verb.tense == Tense::Imperfect);
    clause.opener == Opener::Relative && now && !clause.has_was
}

/// Does clause `k` tell what had been done before?
fn tells_back(scope: Scope<'_, '_>, k: usize) -> bool {
    let clause = &scope.clauses[k];
    is_long_done(clause) || is_flashback(scope.items, clause)
}

/// «had taken it»: what was done before the story.
fn is_long_done(clause: &Clause) -> bool {
    clause.has_was && clause.finite.is_some_and(|f| f.verb.tense == Tense::Perfect)
}

/// «people who fled from X», «men of X whom he had taken»: a verb right behind a noun without article, with nothing
/// between, or the pluperfect.
fn is_bare(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    let start = clause.items.start;
    let (first, noun) = (&scope.items[start], start.checked_sub(1).map(|j| &scope.items[j]));
    let past = clause.finite.is_some_and(|f| f.verb.tense == Tense::Perfect);
    let opens = clause.finite.is_some_and(|f| f.item == start);
    let open_noun = noun.is_some_and(|n| {
        let text = &scope.reading.text;
        matches!(n.what, What::Word | What::Actor(_)) && !(n.from..n.to).any(|t| text.is_definite(t))
    });
    past && !first.is_joined() && !first.is_cue(Cue::Saying) && opens && open_noun
}

/// «blew up houses in X, which is a town that it had entered in May»: a pronoun joined to what was told and a bare noun lead to
/// the verb, which tells of the place and not of the act.
fn says_what_it_is(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    const PRONOUNS: [&str; 4] = [
        "\u{648}\u{647}\u{64A}",
        "\u{648}\u{647}\u{648}",
        "\u{648}\u{647}\u{645}\u{627}",
        "\u{648}\u{647}\u{645}",
    ];
    const FAR: usize = 4;
    let Some(finite) = clause.finite.filter(|f| f.verb.tense == Tense::Perfect) else { return false };
    let text = &scope.reading.text;
    let near = finite.item.saturating_sub(FAR)..finite.item;
    let Some(at) = near.rev().find(|&i| PRONOUNS.contains(&text.fold_at(scope.items[i].from))) else {
        return false;
    };
    let noun = &scope.items[at + 1];
    let bare = at + 1 < finite.item && !text.is_definite(noun.from) && noun.verb_trigger().is_none();
    bare && !scope.items[at + 1..finite.item].iter().any(|i| parts(i) || matches!(i.what, What::Date(_)))
}

/// Is what the clause describes an act, so that its day is the day of that act («the attack that took place on …»)?
fn describes_act(scope: Scope<'_, '_>, clause: &Clause) -> bool {
    let start = clause.items.start;
    let frame = |i: usize| {
        let noun = scope.items[i].noun_trigger().filter(|_| scope.items[i].verb_trigger().is_none());
        noun.filter(|_| scope.is_event_word(i)).map(|t| scope.reading.frame_of(t))
    };
    let mut behind =
        (0..start).rev().skip_while(|&i| matches!(scope.items[i].what, What::Comma | What::Word));
    if behind.next().and_then(frame).is_some_and(|f| f != Frame::Deal) {
        return true;
    }
    // «the raids on X that destroyed …»: such a verb tells of violence that was named before.
    let tells = clause.finite.is_some_and(|f| {
        let carries = matches!(f.cue, Some(Cue::Light | Cue::PassiveLight | Cue::Result));
        carries || f.trigger.is_some_and(|t| is_violent(scope.reading.frame_of(t)))
    });
    tells && (start.saturating_sub(NEAR)..start).filter_map(frame).any(is_violent)
}

fn is_violent(frame: Frame) -> bool {
    matches!(frame, Frame::Strike | Frame::Fight | Frame::Harm | Frame::Damage)
}

/// In a phrase between the act and the date: does it belong to a noun of that phrase?
fn is_in_phrase(scope: Scope<'_, '_>, at: usize, item: usize) -> bool {
    let between = &scope.items[item + 1..at];
    let since = since_word(scope, at).is_some_and(|i| i > item);
    has_own_participle(scope, at, item)
        || compares(scope, item, at)
        || since && !(runs(scope, item) || lasts(scope, item) || counts(between) && tells_act(scope, item))
        || is_behind_fight(scope, at, item)
        || is_of_act_before(scope, (scope.c, at), item)
}

/// «after attacks going on since Tuesday»: of what went before.
fn is_behind_fight(scope: Scope<'_, '_>, at: usize, item: usize) -> bool {
    let since = matches!(scope.items[at].what, What::Date(d) if scope.reading.dates[d].is_since);
    let mut pairs = scope.items[item + 1..at].windows(2);
    since
        && pairs.any(|w| w[0].is_cue(Cue::After) && !w[0].is_cue(Cue::Since) && w[1].noun_trigger().is_some())
}

/// «since» before the words that the date at item `at` belongs to («since the offensive began on 27 November»).
fn since_word(scope: Scope<'_, '_>, at: usize) -> Option<usize> {
    let mut near = (0..at).rev().take(NEAR);
    let ends = |i: &Item| i.what == What::Comma || i.verb_trigger().is_some() && i.noun_trigger().is_none();
    let since = near.find(|&i| ends(&scope.items[i]) || scope.items[i].is_cue(Cue::Since))?;
    scope.items[since].is_cue(Cue::Since).then_some(since)
}

/// Does the act at `item` go on by its nature, though it be told in the perfect («raided since Sunday»)?
pub(in crate::events) fn runs(scope: Scope<'_, '_>, item: usize) -> bool {
    let it = &scope.items[item];
    let form = it.verb_trigger().map(|t| t.0).or_else(|| it.noun_trigger());
    form.is_some_and(|t| {
        matches!(
            scope.reading.frame_of(t),
            Frame::Strike
                | Frame::Fight
                | Frame::Flee
                | Frame::Harm
                | Frame::Hold
                | Frame::Rally
                | Frame::Damage
        )
    })
}

/// «agreed to set up a zone by 15 May»: is the date at item `at` the term that the deal at `item` sets?
pub(in crate::events) fn is_term(scope: Scope<'_, '_>, at: usize, item: usize) -> bool {
    let it = &scope.items[item];
    let form = it.verb_trigger().map(|t| t.0).or_else(|| it.noun_trigger());
    let deal = form.is_some_and(|t| scope.reading.frame_of(t) == Frame::Deal);
    let times = &scope.reading.knowledge.time.lexicon;
    at > item && deal && {
        let word = times.longest_at(&scope.reading.text, scope.items[at].from);
        word.is_some_and(|m| *m.value == TimeWord::Link(Link::By))
    }
}

/// Does the item tell an act, and no speech?
fn tells_act(scope: Scope<'_, '_>, item: usize) -> bool {
    let it = &scope.items[item];
    it.verb_trigger().is_some() || it.noun_trigger().is_some()
}

fn counts(between: &[Item]) -> bool {
    between.iter().any(|i| matches!(i.what, What::Number(_)))
}

/// «killed 700 since 2015»: does the act at `item` count up all that happened since the date at item `at`?
pub(in crate::events) fn sums_up(scope: Scope<'_, '_>, item: usize, at: usize) -> bool {
    item < at && runs(scope, item) && counts(&scope.items[item + 1..at])
}

/// Did the act happen at some time since the day of its date (of which its clause only goes on to tell), or go on
/// since then?
pub(in crate::events) fn is_since(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> bool {
    let Some(d) = draft.date else { return false };
    let Some(at) = scope.items.iter().position(|i| i.what == What::Date(d)) else { return false };
    // «since the taking of X in March»: the taking was then.
    let behind = |since: usize| !(since < item && item < at);
    let since = scope.reading.dates[d].is_since || since_word(scope, at).is_some_and(behind);
    let own = scope.clause().items.contains(&at);
    let all = matches!(draft.kind, EventKind::Displacement | EventKind::Casualties);
    let counted = item < at && counts(&scope.items[item + 1..at]);
    // «since March, when they took X»: it was taken then.
    let start = scope.clause().items.start;
    let then = at < start && scope.items[start].is_cue(Cue::When) && !lasts(scope, item);
    since && !then && (!own || all || counted || lasts(scope, item) || runs(scope, item))
}

/// «after months of fighting»: does the draft only say what a time of no told length was full of?
pub(in crate::events) fn fills_time(reading: &Reading<'_>, draft: &Draft) -> bool {
    let behind = || {
        let at = draft.trigger.0;
        let before = reading.dates.partition_point(|d| d.tokens.start <= at).checked_sub(1);
        before.and_then(|d| reading.dates[d].anchor.as_ref()).filter(|a| {
            let vague = a.shift.least != a.shift.most && a.shift.unit >= Unit::Week;
            vague && matches!(&a.target, Target::Event(tokens) if tokens.contains(&at))
        })
    };
    // «after months of raids by X on Y» tells of them.
    let later = |from: usize| from > draft.trigger.0;
    let told = draft.initiators.iter().any(|&a| later(reading.actors[a].tokens.start))
        || draft.places.iter().any(|&p| later(reading.places[p].tokens.start));
    draft.is_noun && !told && matches!(draft.frame, Frame::Fight | Frame::Strike) && behind().is_some()
}

/// Does date `d` lie within date `of`, and tell less time?
pub(in crate::events) fn within(reading: &Reading<'_>, d: usize, of: usize) -> bool {
    let (inner, outer) = (reading.dates[d].range, reading.dates[of].range);
    inner
        .zip(outer)
        .is_some_and(|(i, o)| i.n_days() < o.n_days() && i.start() >= o.start() && i.end() <= o.end())
}

/// «the truce in force since …», «X, held by Y since …», «the meeting set for …»: a participle before the date.
fn has_own_participle(scope: Scope<'_, '_>, at: usize, item: usize) -> bool {
    let reading = scope.reading;
    let What::Date(d) = scope.items[at].what else { return false };
    let is_since = reading.dates[d].is_since;
    let near = (item + 1..at).rev().take(if is_since { NEAR } else { 2 });
    let near = near.take_while(|&i| scope.items[i].what != What::Comma);
    let tells = |i: usize| {
        let it = &scope.items[i];
        let Some(length) = dated_length(reading, it) else { return false };
        // «a closed session on Monday»: without the article it only tells what sort.
        let tells = reading.text.is_definite(it.from) || it.is_cue(Cue::Scheduled) || is_since;
        let next = scope.items[i + 1..at].iter().find(|n| n.from >= it.from + length);
        // «the release of the detained on Monday»: behind a preposition it is a noun, and describes none.
        let noun = it.proclitic().is_some() || scope.items[i - 1].prep().is_some();
        tells && (is_since || !noun) && (is_since || next.is_none_or(|n| n.is_cue(Cue::Prep(Prep::At))))
    };
    let Some(participle) = near.into_iter().find(|&i| tells(i)) else { return false };
    // «the fighting that goes on since …»: the act's own.
    let goes_on = |i: &Item| {
        i.what == What::Word || i.noun_trigger().is_some_and(|t| reading.frame_of(t) != Frame::Deal)
    };
    let own = scope.items[item].verb_trigger().is_none();
    !(own && scope.items[item + 1..participle].iter().all(goes_on))
}

/// The tokens of a participle that takes a day of its own.
fn dated_length(reading: &Reading<'_>, item: &Item) -> Option<usize> {
    reading.knowledge.status.dated.longest_at(&reading.text, item.from).map(|m| m.n_tokens)
}

/// «raids, the heaviest since …», «the heaviest raids on X since …», «the heaviest raids that X has seen since …».
fn compares(scope: Scope<'_, '_>, item: usize, at: usize) -> bool {
    let (reading, items) = (scope.reading, scope.items);
    let What::Date(d) = items[at].what else { return false };
    let since = reading.dates[d].is_since || items[item + 1..at].iter().any(|i| i.is_cue(Cue::Since));
    let superlative =
        |i: &usize| reading.knowledge.status.superlatives.longest_at(&reading.text, items[*i].from).is_some();
    let near = (item + 1..at).rev().take(NEAR).take_while(|i| items[*i].what != What::Comma);
    let (verb, from) = match items[item].verb_trigger() {
        Some((_, verb)) => (Some(verb), item + 1),
        None => (scope.clause().finite.map(|f| f.verb), item.saturating_sub(1)),
    };
    // «the widest campaign in X since days, which it goes on with»: what goes on began then.
    let goes_on = verb.is_some_and(|v| v.tense == Tense::Imperfect);
    let heads = |s: usize| {
        let behind = &items[(s + 2).min(at)..at];
        let told = behind.first().is_some_and(|i| i.verb_trigger().is_some() || i.what == What::Known);
        let verbs = behind.iter().filter(|i| i.verb_trigger().is_some()).count();
        let unparted = behind.iter().all(|i| !matches!(i.what, What::Comma | What::Stop));
        unparted && (verbs == 0 && !goes_on || verbs <= 1 && told)
    };
    since
        && (near.into_iter().any(|i| superlative(&i))
            || (from..at).rev().find(superlative).is_some_and(heads))
}

/// «launched X, who came in 2015, raids on Y»: behind a verb that waits for its noun, the day of the clause between.
fn is_in_resumed(scope: Scope<'_, '_>, at: usize, item: usize) -> bool {
    let clause = scope.clause();
    let waits = |main: &Clause| {
        main.finite.is_some_and(|f| {
            let rest = &scope.items[f.item + 1..main.items.end];
            matches!(f.cue, Some(Cue::Light | Cue::Speech(_)))
                && rest.iter().all(|i| i.noun_trigger().is_none())
        })
    };
    let main = scope.c.checked_sub(1).map(|c| &scope.clauses[c]);
    let carried = scope.items[item].verb_trigger().is_none() && scope.items[item].proclitic().is_none();
    // «who carries out, since 2015, raids on X»: its own verb waits too.
    let told = clause.finite.is_some_and(|f| {
        let waits_too = matches!(f.cue, Some(Cue::Light | Cue::PassiveLight | Cue::Result));
        f.item < at
            && !(waits_too && scope.items[f.item + 1..item].iter().all(|i| i.noun_trigger().is_none()))
    });
    clause.opener == Opener::Relative && carried && told && main.is_some_and(waits)
}
