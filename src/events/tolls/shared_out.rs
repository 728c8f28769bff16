//! Counts told place by place: «killed twelve in X and five in Y», «twelve raids on X, eight on Y».

use smallvec::SmallVec;

use super::toll::TollHit;
use crate::base::Span;
use crate::events::acts::draft::Draft;
use crate::events::clauses::item::{Item, What};
use crate::events::mentions::reading::Reading;
use crate::events::{EventKind, Toll};
use crate::knowledge::status::{Cue, Prep};
use crate::knowledge::tolls::TollWord;
use crate::text::{AND, Affixes};

/// So many words may name what is counted.
const COUNTED: usize = 2;

/// «each», before «of» and places, folded.
const EACH: [&str; 2] = ["\u{643}\u{644}", "\u{643}\u{644}\u{627}"];

/// «another», folded.
const ANOTHER: &str = "\u{627}\u{62E}\u{631}";

/// One more count and its place, or the places of each of which it tells.
struct Share {
    count: (u64, Option<u64>),
    /// Is it the word for one person, and no number?
    is_one: bool,
    places: SmallVec<[usize; 2]>,
    tokens: (usize, usize),
}

/// Adds a copy of each act that is counted in further places, with the count of each as its toll.
pub(in crate::events) fn share_out(reading: &Reading<'_>, items: &[Item], drafts: &mut Vec<Draft>) {
    let counted = items.iter().any(|i| matches!(i.what, What::Number(_)));
    if !counted && drafts.iter().all(|d| d.tolls.is_empty()) {
        return;
    }
    let mut at = 0;
    while at < drafts.len() {
        let mut added: Vec<Draft> = Vec::new();
        let first = first_counted(reading, items, &drafts[at]);
        if let Some((place, _)) = first {
            drafts[at].places = std::iter::once(place).collect();
            drafts[at].why.push("the place of the first count".into());
        }
        for share in shares(reading, items, &drafts[at], first.map(|f| f.1)) {
            let known = |p: &usize| drafts.iter().chain(&added).any(|d| d.places.contains(p));
            if share.places.iter().any(known) {
                continue;
            }
            let draft = &mut drafts[at];
            let mut copy = draft.clone();
            copy.tolls = toll_of(reading, draft, &share).into_iter().collect();
            (copy.trigger, copy.quote) = (share.tokens, share.tokens);
            copy.is_partial = share.places.iter().any(|&p| reading.places[p].is_part);
            copy.places = share.places;
            copy.why.push("the count goes on in another place".into());
            added.push(copy);
        }
        drop_sum(reading, items, &mut drafts[at], &added);
        // «killed 14 by shelling: nine in X and five in Y»: the parts are all of it.
        let whole = !added.is_empty() && colon_behind(reading, items, &drafts[at]).is_some();
        if whole && makes_up(&drafts[at], &added) {
            drafts.remove(at);
            let next = at + added.len();
            drafts.splice(at..at, added);
            at = next;
            continue;
        }
        let next = at + 1 + added.len();
        drafts.splice(at + 1..=at, added);
        at = next;
    }
}

/// «raids on X (4 dead) and Y (7 dead)»: the act once more, at the place right before the brackets of a count, when it has
/// another place too.
pub(super) fn bracketed(reading: &Reading<'_>, draft: &mut Draft, toll: &TollHit) -> Option<Draft> {
    const NEAR: usize = 4;
    let open = toll.from.checked_sub(1).filter(|&i| reading.text.fold_at(i) == "(")?;
    let end = reading.places.partition_point(|p| p.tokens.end <= open);
    let place = (0..end).rev().find(|&p| !reading.places[p].is_qualifier)?;
    let tokens = &reading.places[place].tokens;
    let qualified = end.checked_sub(1).map_or(tokens.end, |last| reading.places[last].tokens.end);
    if tokens.start < draft.trigger.0 || qualified + NEAR < open || draft.places.as_slice() == [place] {
        return None;
    }
    draft.places.retain(|p| *p != place);
    let mut copy = draft.clone();
    if draft.places.is_empty() {
        draft.places.push(place); // of one place, told twice
        return None;
    }
    copy.places = std::iter::once(place).collect();
    (copy.trigger, copy.quote) = ((tokens.start, toll.to), (tokens.start, toll.to));
    copy.is_partial = reading.places[place].is_part;
    copy.why.push("the count stands in brackets behind the place".into());
    Some(copy)
}

fn is_counted(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Casualties
            | EventKind::Shelling
            | EventKind::AirStrike
            | EventKind::Attack
            | EventKind::Clash
            | EventKind::Displacement
            | EventKind::Detention
            | EventKind::Release
    )
}

/// «nine were killed in X, four in Y and three in Z by shelling», «ten in X by barrel bombs, and six in Y»: the place of the
/// first count and its item, when the act told between or behind was laid to another of them.
fn first_counted(reading: &Reading<'_>, items: &[Item], draft: &Draft) -> Option<(usize, usize)> {
    let ([toll], [laid, ..]) = (draft.tolls.as_slice(), &draft.places[..]) else { return None };
    let harmed = match (toll.killed, toll.wounded) {
        (Some(count), None) | (None, Some(count)) => Some(count).filter(|_| is_counted(draft.kind))?,
        _ => return None,
    };
    let counts = |n: usize| (reading.numbers[n].low, reading.numbers[n].high) == harmed;
    let at = items.iter().position(|i| matches!(i.what, What::Number(n) if counts(n)))?;
    let (share, place) = share_from(reading, items, at)?;
    let (other, _) = next_share(reading, items, place)?;
    let first = *share.places.first()?;
    let one = draft.places.len() == 1 || draft.places == other.places;
    (one && !share.places.contains(laid) && !other.places.contains(&first)).then_some((first, place))
}

/// The next count, with what caused the one whose place is item `at` told between.
fn next_share(reading: &Reading<'_>, items: &[Item], at: usize) -> Option<(Share, usize)> {
    const CAUSE: usize = 10;
    let within = |i: &usize| items[*i].what != What::Stop;
    let counts = |n: &Item| matches!(n.what, What::Number(_)) && n.is_joined();
    let ends = |i: &usize| items[*i].what == What::Comma && items.get(i + 1).is_some_and(counts);
    share_at(reading, items, at + 1).or_else(|| {
        let comma = (at + 1..items.len()).take(CAUSE).take_while(within).find(ends)?;
        share_at(reading, items, comma)
    })
}

/// The counts that follow the last place of a draft, or the item `first` of the first place counted in.
fn shares(reading: &Reading<'_>, items: &[Item], draft: &Draft, first: Option<usize>) -> Vec<Share> {
    let mut out = Vec::new();
    if !is_counted(draft.kind) {
        return out;
    }
    let last = draft.places.iter().map(|&p| reading.places[p].tokens.start).max();
    // «twenty were killed, among them five in X and three in Y».
    let at = last.map_or_else(
        || subset_at(reading, items, draft),
        |last| Some(items.partition_point(|i| i.from < last)),
    );
    let at = first.or_else(|| colon_behind(reading, items, draft)).or(at);
    let Some(mut at) = at else { return out };
    let next = |at: usize| match first {
        Some(_) => next_share(reading, items, at),
        None => share_at(reading, items, at + 1),
    };
    while let Some((share, end)) = next(at).or_else(|| next(behind_unknown(items, at)?)) {
        if share.is_one && draft.tolls.is_empty() {
            break; // «raids on X, and a woman in Y»
        }
        out.push(share);
        at = end;
    }
    out
}

/// «nine in X, four in a village that no list knows, two in Y»: the item of the unknown name, behind the place at item `at`.
fn behind_unknown(items: &[Item], at: usize) -> Option<usize> {
    let comma = items.get(at + 1).is_some_and(|n| n.what == What::Comma);
    let count = at + 1 + usize::from(comma);
    let counted = items.get(count).is_some_and(|n| matches!(n.what, What::Number(_)) && n.is_joined());
    let within = counted && items.get(count + 1).is_some_and(|n| n.is_cue(Cue::Prep(Prep::At)));
    let name = items.get(count + 2).is_some_and(|n| n.what == What::Word);
    (within && name).then_some(count + 2)
}

/// The colon behind an act, right before a number.
fn colon_behind(reading: &Reading<'_>, items: &[Item], draft: &Draft) -> Option<usize> {
    let from = items.partition_point(|i| i.from < draft.trigger.1);
    let colon = |i: &usize| items[*i].what == What::Stop && reading.text.fold_at(items[*i].from) == ":";
    let at = (from..items.len()).find(colon)?;
    let counted = items.get(at + 1).is_some_and(|n| matches!(n.what, What::Number(_)));
    counted.then_some(at)
}

/// Do the parts make up the killed, or else the wounded, of the whole?
fn makes_up(whole: &Draft, parts: &[Draft]) -> bool {
    let sum = |drafts: &[Draft]| {
        let tolls = || drafts.iter().flat_map(|d| &d.tolls);
        let killed: u64 = tolls().filter_map(|t| t.killed).map(|k| k.0).sum();
        let wounded: u64 = tolls().filter_map(|t| t.wounded).map(|w| w.0).sum();
        (killed, wounded)
    };
    let ((killed, wounded), by_part) = (sum(std::slice::from_ref(whole)), sum(parts));
    killed > 0 && killed == by_part.0 || wounded > 0 && wounded == by_part.1
}

/// The item of «among them» behind an act told without a place.
fn subset_at(reading: &Reading<'_>, items: &[Item], draft: &Draft) -> Option<usize> {
    let is_subset = |i: &Item| {
        let found = reading.knowledge.tolls.lexicon.longest_at(&reading.text, i.from);
        found.is_some_and(|m| *m.value == TollWord::Subset)
    };
    let from = items.partition_point(|i| i.from < draft.trigger.1);
    (from..items.len()).find(|&i| is_subset(&items[i]))
}

/// The count that goes on at item `at`, behind what says where the place before it lies; and the item of its place.
fn share_at(reading: &Reading<'_>, items: &[Item], at: usize) -> Option<(Share, usize)> {
    let mut i = at;
    let lies = |i: usize| match items.get(i).map(|n| &n.what) {
        Some(What::Place(p)) => reading.places[*p].is_qualifier,
        Some(What::Quote) => true,
        _ => false,
    };
    while lies(i) || is_where(items, i) && lies(i + 1) {
        i += 1;
    }
    let comma = items.get(i).is_some_and(|n| n.what == What::Comma);
    i += usize::from(comma);
    let among = i == at && i > 0 && !matches!(items[i - 1].what, What::Place(_));
    let listed = comma || among;
    let first = items.get(i)?;
    if !(listed || first.is_joined() || reading.text.fold_at(first.from).starts_with(AND)) {
        return None;
    }
    share_from(reading, items, i)
}

/// The count at item `from` and the place behind it, with the item of that place.
fn share_from(reading: &Reading<'_>, items: &[Item], from: usize) -> Option<(Share, usize)> {
    let (count, is_one, mut i) = count_at(reading, items, from)?;
    let counted = |n: &Item| match n.what {
        What::Word | What::Actor(_) => !n.is_joined(),
        What::Known => n.prep().is_none() && n.verb_cue().is_none() && !is_act(n) && !n.is_joined(),
        _ => false,
    };
    if !is_one {
        i += items[i..].iter().take(COUNTED).take_while(|n| counted(n)).count();
    }
    let written = items.get(i).and_then(Item::proclitic) == Some(Prep::At);
    i += usize::from(!written && is_where(items, i));
    // «three in each of X and Y».
    let each = !written
        && items.get(i).is_some_and(|n| EACH.contains(&reading.text.fold_at(n.from)))
        && items.get(i + 1).is_some_and(|n| n.is_cue(Cue::Prep(Prep::From)));
    // «and a woman from X»: that tells where she comes from.
    let before = i.checked_sub(1)?;
    let comes = is_one && items[before].is_cue(Cue::Prep(Prep::From));
    let governed = written || is_where(items, before) && !comes;
    i += if each { 2 } else { 0 };
    let What::Place(first) = items.get(i).filter(|_| governed)?.what else { return None };
    let mut places: SmallVec<[usize; 2]> = std::iter::once(first).collect();
    while let Some(What::Place(p)) = items.get(i + 1).filter(|n| each && n.is_joined()).map(|n| n.what) {
        places.push(p);
        i += 1;
    }
    Some((Share { count, is_one, places, tokens: (items[from].from, items[i].to) }, i))
}

/// What the item `i` counts, whether it is a word for one person alone («and a woman in X»), and where what is counted
/// begins: a number, or such a word before it («and two civilians, two»).
fn count_at(reading: &Reading<'_>, items: &[Item], i: usize) -> Option<((u64, Option<u64>), bool, usize)> {
    let number = |n: usize| (reading.numbers[n].low, reading.numbers[n].high);
    let item = items.get(i)?;
    if let What::Number(n) = item.what {
        return Some((number(n), false, i + 1));
    }
    // «and two persons in X», in one word.
    if let Ok(two) = reading.numbers.binary_search_by_key(&item.from, |n| n.from) {
        return Some((number(two), false, i + 1));
    }
    let text = &reading.text;
    let person = matches!(item.what, What::Word | What::Actor(_)) && item.proclitic().is_none();
    let tolls = &reading.knowledge.tolls;
    let plain = |a: Affixes, pronoun: bool| !pronoun && (a.is_empty() || a == Affixes::WA);
    let one = tolls.ones.longest_at(text, item.from).is_some_and(|m| plain(m.affixes, m.pronoun));
    let another = text.fold_at(item.from).strip_prefix(AND) == Some(ANOTHER);
    if person && (one && item.to == item.from + 1 || another) {
        return Some(((1, Some(1)), true, i + 1));
    }
    let many = tolls.lexicon.longest_at(text, item.from).map(|m| *m.value);
    let many = matches!(
        many,
        Some(TollWord::Civilians | TollWord::Persons | TollWord::Fighters | TollWord::Soldiers)
    );
    match items.get(i + 1)?.what {
        What::Number(n) if person && many && reading.numbers[n].low <= 2 => Some((number(n), false, i + 2)),
        _ => None,
    }
}

fn is_act(item: &Item) -> bool {
    item.noun_trigger().is_some() || item.verb_trigger().is_some()
}

/// Is item `i` a preposition that says where?
fn is_where(items: &[Item], i: usize) -> bool {
    let prep = |p| items.get(i).is_some_and(|n| n.is_cue(Cue::Prep(p)));
    prep(Prep::At) || prep(Prep::On) || prep(Prep::From)
}

/// The toll of a share: the one that was counted into the draft before it, else one like the draft's own.
fn toll_of(reading: &Reading<'_>, draft: &mut Draft, share: &Share) -> Option<Toll> {
    let count = Some(share.count);
    let own = |t: &Toll| t.killed == count || t.wounded == count;
    if draft.tolls.len() > 1
        && let Some(at) = draft.tolls.iter().rposition(own)
    {
        return Some(draft.tolls.remove(at));
    }
    let mut toll = draft.tolls.last()?.clone();
    (toll.killed, toll.wounded) =
        (toll.killed.and(count), toll.wounded.filter(|_| toll.killed.is_none()).and(count));
    let span: Span = reading.text.span_of(share.tokens.0, share.tokens.1);
    span.of(reading.text.source).clone_into(&mut toll.text);
    Some(toll)
}

/// «killed twelve: seven in X and five in Y»: the parts tell the sum.
fn drop_sum(reading: &Reading<'_>, items: &[Item], draft: &mut Draft, added: &[Draft]) {
    let killed = |t: &Toll| t.killed.map_or(0, |k| k.0);
    let parts = added.iter().flat_map(|d| &d.tolls).map(killed).sum::<u64>();
    match draft.tolls.as_mut_slice() {
        [sum, first] if parts > 0 && killed(sum) == parts + killed(first) => {
            draft.tolls.remove(0);
        }
        [sum] if parts > 0 => {
            let first = draft.places.first().map(|&p| reading.places[p].tokens.start);
            let at = first.map_or(0, |first| items.partition_point(|i| i.from < first));
            let number = at.checked_sub(2).and_then(|i| match items[i].what {
                What::Number(n) => Some(reading.numbers[n]),
                _ => None,
            });
            if let Some(number) = number.filter(|n| n.low + parts == killed(sum)) {
                sum.killed = Some((number.low, number.high));
            }
        }
        _ => {}
    }
}
