//! A day that stands behind a second act of the sentence is the day of that act alone, when it lies well before the
//! news: «attacked X after raids on Y on 3 April», «advanced on X, while Y took Z last Saturday».

use super::when::When;
use crate::base::DayRange;
use crate::events::acts::draft::{Draft, Scope};
use crate::events::clauses::clause::Opener;
use crate::events::clauses::item::What;
use crate::events::mentions::reading::{DateHit, Reading};
use crate::knowledge::status::Cue;
use crate::knowledge::triggers::Frame;
use crate::text::TokenKind;

/// A day of the news itself lies at most so many days before publication.
const NEWS: i64 = 2;

/// What was a week ago is told with its day.
const WEEK: i64 = 7;

/// Longer ago than so many days, the whole sentence tells of another time.
const STORY: i64 = 60;

/// Is it a day too old for the news, though of its story?
fn is_older(reading: &Reading<'_>, range: DayRange) -> bool {
    let age = |p: chrono::NaiveDate| (p - range.end()).num_days();
    range.n_days() == 1 && reading.published.is_some_and(|p| (NEWS + 1..=STORY).contains(&age(p)))
}

/// «two months ago», «last year»: a span of more than a day, counted back from publication, that ended before the news.
fn is_long_ago(reading: &Reading<'_>, hit: &DateHit) -> bool {
    const COUNTED: [&str; 2] = ["counted from publication", "the calendar unit seen from publication"];
    let counted = hit.why.iter().any(|why| COUNTED.contains(&why.as_str()));
    let before = |r: DayRange| reading.published.is_some_and(|p| (p - r.end()).num_days() > NEWS);
    counted && !hit.is_since && hit.range.is_some_and(|r| before(r) && (days_ago(reading, r) > WEEK))
}

/// How many days before publication the range begins.
fn days_ago(reading: &Reading<'_>, range: DayRange) -> i64 {
    reading.published.map_or(0, |p| (p - range.start()).num_days())
}

fn is_old_date(scope: Scope<'_, '_>, at: usize) -> bool {
    let What::Date(d) = scope.items[at].what else { return false };
    let hit = &scope.reading.dates[d];
    !hit.is_since && hit.range.is_some_and(|r| is_older(scope.reading, r))
}

/// «attacked X after raids on Y on 3 April», «X fears a raid after the fall of Y two months ago, and families fled»: does the
/// date at item `at` of clause `c` belong to the noun of an act that came before the act at `item`, and that has a place
/// of its own or lies long back?
pub(super) fn is_of_act_before(scope: Scope<'_, '_>, (c, at): (usize, usize), item: usize) -> bool {
    let long =
        matches!(scope.items[at].what, What::Date(d) if is_long_ago(scope.reading, &scope.reading.dates[d]));
    if !(long || is_old_date(scope, at) && c == scope.c && at > item) {
        return false;
    }
    let before = |i: usize| {
        let cue = &scope.items[i - 1];
        !cue.is_cue(Cue::Since) && (cue.is_cue(Cue::After) || cue.is_cue(Cue::Answer))
    };
    let start = scope.clauses[c].items.start;
    let from = if c == scope.c && at > item { item + 2 } else { start + 1 };
    let noun = (from..at).rev().find(|&i| scope.items[i].noun_trigger().is_some() && before(i));
    let Some(noun) = noun.filter(|&n| n != item && !(n..at).contains(&item)) else { return false };
    let between = &scope.items[noun + 1..at];
    if long {
        return !between.is_empty()
            && !between.iter().any(|i| i.what == What::Comma || i.verb_trigger().is_some());
    }
    between.iter().any(|i| matches!(i.what, What::Place(_)))
}

/// «…, while Y took Z last Saturday»: does one of the clauses from `from` to `c` set against what was told before a doer of
/// its own, whose day the date at item `at` is?
pub(super) fn is_of_contrast(scope: Scope<'_, '_>, from: usize, c: usize, at: usize) -> bool {
    let tells = |k: usize| {
        let finite = scope.clauses[k].finite;
        finite.is_some_and(|f| f.trigger.is_some() || k < c && f.cue.is_some())
    };
    (from..=c).any(|k| has_doer_against(scope, k) && tells(k) && (k < c || is_old_date(scope, at)))
}

/// Does clause `k` set a doer of its own against what was told before?
fn has_doer_against(scope: Scope<'_, '_>, k: usize) -> bool {
    let clause = &scope.clauses[k];
    clause.opener == Opener::Subordinate
        && scope.items[clause.items.start].is_cue(Cue::Contrast)
        && clause.subject_from.is_none()
        && !clause.subject.is_empty()
}

/// «X took Y, which Z had held since May, while Z admitted»: does the clause of the act begin anew, with a doer of its own,
/// behind the clauses that only describe?
pub(super) fn begins_anew(scope: Scope<'_, '_>) -> bool {
    let clause = scope.clause();
    let behind = clause.finite.zip(clause.subject.first()).is_some_and(|(f, &a)| {
        f.item == clause.items.start && scope.reading.actors[a].tokens.start >= scope.items[f.item].to
    });
    has_doer_against(scope, scope.c)
        || clause.opener == Opener::Joined && clause.subject_from.is_none() && behind
}

/// Is the draft an act that the sentence only names as what came before another of its acts, so that its day is not that
/// of the sentences that follow?
pub(super) fn is_only_before(reading: &Reading<'_>, draft: &Draft, told: &[Draft], range: DayRange) -> bool {
    let at = draft.trigger.0;
    let governed = || {
        (1..=2).any(|n| {
            let cues =
                at.checked_sub(n).and_then(|i| reading.knowledge.status.lexicon.longest_at(&reading.text, i));
            cues.is_some_and(|m| {
                m.n_tokens == n && m.value.iter().any(|c| matches!(c.cue, Cue::After | Cue::Answer))
            })
        })
    };
    let same = |d: &&Draft| d.sentence == draft.sentence;
    let follows = told.last().filter(same).is_some_and(|d| d.date != draft.date);
    // «had fled since the army began its attack on 19 June».
    let since = || {
        let flight = told.last().filter(same).is_some_and(|d| d.is_since && d.date == draft.date);
        flight && !draft.is_since
    };
    let long = draft.date.is_some_and(|d| is_long_ago(reading, &reading.dates[d]));
    (is_older(reading, range) || long) && (draft.is_noun && follows && governed() || since())
}

/// «after an attack that it launched on 25 March»: the day told in the clause that carries the noun right before it.
pub(in crate::events) fn day_of_carrier(scope: Scope<'_, '_>, item: usize, draft: &Draft) -> Option<usize> {
    const ADJECTIVES: usize = 2;
    let next = scope.clauses.get(scope.c + 1)?;
    let start = next.items.start;
    let bare = match next.opener {
        Opener::Relative => true,
        Opener::Joined => !scope.items[start].is_joined(),
        _ => false,
    };
    let acts = draft.is_noun && matches!(draft.frame, Frame::Fight | Frame::Strike);
    let near = start > item && start <= item + 1 + ADJECTIVES;
    let plain = |i: usize| matches!(scope.items[i].what, What::Word | What::Known);
    if !acts || !bare || !near || !(item + 1..start).all(plain) {
        return None;
    }
    let carries = next.finite.is_some_and(|f| {
        let strikes = |t| matches!(scope.reading.frame_of(t), Frame::Strike | Frame::Harm | Frame::Damage);
        f.item <= start + 1
            && (matches!(f.cue, Some(Cue::Light | Cue::PassiveLight)) || f.trigger.is_some_and(strikes))
    });
    let told = |d: usize| !scope.reading.dates[d].is_since && scope.reading.dates[d].range.is_some();
    let mut rest = scope.items[next.items.clone()].iter().take_while(|i| i.what != What::Comma);
    rest.find_map(|i| match i.what {
        What::Date(d) if carries && told(d) => Some(d),
        _ => None,
    })
}

/// «This comes two weeks after …»: does the sentence open with a verb of the third person in the imperfect?
fn opens_in_present(reading: &Reading<'_>, start: usize) -> bool {
    const PERSON: [char; 2] = ['\u{64A}', '\u{62A}'];
    let word = reading.text.fold_at(start);
    let word = word.strip_prefix(crate::text::AND).unwrap_or(word);
    word.starts_with(PERSON) && !word.ends_with('\u{62A}')
}

/// «That came two days after …»: the day of what the sentence before told last, when the sentence opens with a verb and
/// its subject, and then counts from something else.
pub(super) fn day_it_follows(
    reading: &Reading<'_>,
    hit: &DateHit,
    told: &[Draft],
    whens: &[When],
) -> Option<DayRange> {
    const LONGEST: usize = 3;
    let s = reading.sentences.partition_point(|s| s.tokens.end <= hit.tokens.start);
    let start = reading.sentences.get(s)?.tokens.start;
    let opening = (start..hit.tokens.start).filter(|&i| reading.text.tokens[i].kind == TokenKind::Word);
    let words = opening.clone().count();
    let plain = words == hit.tokens.start - start;
    if !(plain && (2..=LONGEST).contains(&words)) {
        return None;
    }
    if opens_in_present(reading, start) {
        return reading.published.map(DayRange::day);
    }
    let last = told.len().checked_sub(1).filter(|&i| told[i].sentence + 1 == s)?;
    whens[last].range.filter(|r| r.n_days() <= 2 && !whens[last].is_background)
}
