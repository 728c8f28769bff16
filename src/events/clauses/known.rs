//! What a known word may be where it stands: the triggers and cues that fit there.

use std::ops::Range;

use smallvec::SmallVec;

use super::item::Item;
use crate::events::acts::need::{
    follows_crowd, is_met_before, leaves_deal, may_be_met, met_at, stands_between,
};
use crate::events::mentions::reading::Reading;
use crate::knowledge::status::{Cue, CueForm, Prep};
use crate::knowledge::triggers::{Frame, TriggerForm, WordForm};
use crate::text::inflect::{Tense, VerbForm};
use crate::text::{AND, Affixes, Match, TokenKind, WordId};

/// How a participle of a derived verb begins with the article, folded.
const PARTICIPLE: &str = "\u{627}\u{644}\u{645}";

/// The longest phrases that begin at a token.
pub(super) struct Words<'k> {
    trigger: Option<Match<'k, SmallVec<[TriggerForm; 2]>>>,
    cue: Option<Match<'k, SmallVec<[CueForm; 2]>>>,
}

impl<'k> Words<'k> {
    /// Those of token `at`; at many tokens none does.
    #[inline]
    pub(super) fn at(reading: &Reading<'k>, at: usize) -> Option<Self> {
        let knowledge = reading.knowledge;
        let trigger = knowledge.triggers.lexicon.longest_at(&reading.text, at);
        let cue = knowledge.status.lexicon.longest_at(&reading.text, at);
        (trigger.is_some() || cue.is_some()).then_some(Self { trigger, cue })
    }

    /// Do those that begin at token `at` reach beyond token `end`, or as far in more than one word?
    pub(super) fn reaches(&self, at: usize, end: usize) -> bool {
        let n_trigger = self.trigger.as_ref().map_or(0, |m| m.n_tokens);
        let to = at + self.cue.as_ref().map_or(0, |m| m.n_tokens).max(n_trigger);
        to > end || to == end && end > at + 1
    }
}

/// The trigger and cue readings of the `words` at a token of the sentence that ends at `to`, the longer phrase winning.
pub(super) fn known(reading: &Reading<'_>, at: usize, to: usize, words: Words<'_>) -> Option<Item> {
    let Words { trigger: Some(trigger), cue } = words else {
        return Some(small_word(reading, at, &words.cue?));
    };
    // «the besieged quarters in X»: a participle with its article says how things are, and «in» is none of it.
    let is_participle = || reading.text.fold_at(at).trim_start_matches(AND).starts_with(PARTICIPLE);
    let trigger = with_him(reading, at, &trigger).unwrap_or(trigger);
    let is_mine = |last: usize| reading.text.fold_at(last).ends_with('\u{64A}');
    // «an attack of the gunmen of X», whose second word is written like «my armed (attack)».
    let of_persons = trigger.n_tokens > 1 && trigger.pronoun && is_mine(at + trigger.n_tokens - 1);
    let trigger = if of_persons { alone(reading, at) } else { Some(trigger) };
    let trigger = trigger.filter(|m| !(m.n_tokens > 1 && m.affixes.has(Affixes::AL) && is_participle()));
    let n_trigger = trigger.as_ref().map_or(0, |m| m.n_tokens);
    let n_tokens = cue.as_ref().map_or(0, |m| m.n_tokens).max(n_trigger);
    // «my …» is no news; the letter is part of a broken plural.
    let trigger = trigger.filter(|m| m.n_tokens == n_tokens && !(m.pronoun && is_mine(at + n_tokens - 1)));
    let cue = cue.filter(|m| m.n_tokens == n_tokens && !is_future_of_none(m));
    if n_tokens == 0 {
        return None;
    }
    let affixes = trigger.as_ref().map(|m| m.affixes).or(cue.as_ref().map(|m| m.affixes)).unwrap_or_default();
    let has_pronoun = trigger.as_ref().is_some_and(|m| m.pronoun) || cue.as_ref().is_some_and(|m| m.pronoun);
    let triggers = trigger.map(|m| triggers_of(reading, at..to, &m)).unwrap_or_default();
    let cues = cue.map(|m| cues_of(reading, at, &m)).unwrap_or_default();
    let by_verb = triggers.iter().any(|t| matches!(t.form, WordForm::Verb(v) if v.has_object))
        || cues.iter().any(|c| c.verb.is_some_and(|v| v.has_object));
    Some(Item::known((at, at + n_tokens), (affixes, has_pronoun || by_verb), triggers, cues))
}

/// The trigger that the word at token `at` is by itself, without those behind it.
fn alone<'k>(reading: &Reading<'k>, at: usize) -> Option<Match<'k, SmallVec<[TriggerForm; 2]>>> {
    let whole = |r: &&crate::text::Reading| !r.affixes.has(Affixes::PRONOUN);
    reading.text.readings_at(at).iter().filter(whole).find_map(|r| {
        let value = reading.knowledge.triggers.lexicon.of_word(r.stem)?;
        Some(Match { value, n_tokens: 1, affixes: r.affixes, pronoun: false })
    })
}

/// The item of a word at token `at` that is no trigger, as most are.
fn small_word(reading: &Reading<'_>, at: usize, found: &Match<'_, SmallVec<[CueForm; 2]>>) -> Item {
    let tokens = (at, at + found.n_tokens);
    if is_future_of_none(found) {
        return Item::known(tokens, (Affixes::default(), false), SmallVec::new(), SmallVec::new());
    }
    let cues = cues_of(reading, at, found);
    let has_pronoun = found.pronoun || cues.iter().any(|c| c.verb.is_some_and(|v| v.has_object));
    Item::known(tokens, (found.affixes, has_pronoun), SmallVec::new(), cues)
}

/// The letter of the future stands before verbs only: «handed over» is no «will not».
fn is_future_of_none(found: &Match<'_, SmallVec<[CueForm; 2]>>) -> bool {
    found.affixes.has(Affixes::SA) && found.value.iter().all(|c| c.verb.is_none())
}

/// «regained it», of a town that is masculine: with its last letter the verb folds like its verbal noun in the feminine
/// («the regaining of»), from which the way it is written tells it.
fn with_him<'k>(
    reading: &Reading<'k>,
    at: usize,
    found: &Match<'k, SmallVec<[TriggerForm; 2]>>,
) -> Option<Match<'k, SmallVec<[TriggerForm; 2]>>> {
    const HIM: char = '\u{647}';
    const FEMININE: char = '\u{629}';
    let source = reading.text.source;
    let written = reading.text.tokens.get(at)?.span.of(source);
    let noun = found.value.iter().all(|f| f.form == WordForm::Noun);
    if found.n_tokens != 1 || found.pronoun || !noun || !written.ends_with(HIM) || !source.contains(FEMININE)
    {
        return None;
    }
    let bound = |r: &&crate::text::Reading| r.affixes.has(Affixes::PRONOUN) && !r.affixes.has(Affixes::AL);
    reading.text.readings_at(at).iter().filter(bound).find_map(|r| {
        let value = reading.knowledge.triggers.lexicon.of_word(r.stem)?;
        let verb = |f: &TriggerForm| matches!(f.form, WordForm::Verb(v) if v.tense == Tense::Perfect);
        let affixes = found.affixes;
        value.iter().any(verb).then_some(Match { value, n_tokens: 1, affixes, pronoun: true })
    })
}

/// The forms of a trigger that it can have where it stands, at the first of the tokens `rest` of its sentence.
fn triggers_of(
    reading: &Reading<'_>,
    rest: Range<usize>,
    found: &Match<'_, SmallVec<[TriggerForm; 2]>>,
) -> SmallVec<[TriggerForm; 2]> {
    let at = rest.start;
    let has_pronoun = found.n_tokens == 1 && found.pronoun;
    let mut triggers = SmallVec::from_slice(found.value);
    if has_pronoun && !is_done_again(reading, at) {
        add_nouns(reading, at, &mut triggers);
    }
    if triggers.iter().any(|t| matches!(t.form, WordForm::Verb(_))) {
        // «Yasir» is also «he captures».
        let words = &reading.knowledge.actors.words;
        let is_given = || words.longest_at(&reading.text, at).is_some_and(|m| m.value.given);
        // «saw, on Friday, a bombing»: in the accusative it looks like what two did.
        let noun = found.n_tokens == 1 && triggers.iter().any(|t| t.form == WordForm::Noun);
        let comma = |j: usize| matches!(reading.text.fold_at(j), "\u{60C}" | ",");
        let accusative =
            noun && at.checked_sub(1).is_some_and(comma) && reading.text.fold_at(at).ends_with('\u{627}');
        triggers.retain(|t| match t.form {
            WordForm::Verb(v) => {
                let fits = !accusative && (!v.is_bound || has_pronoun);
                fits && !(v.tense == Tense::Imperfect && is_given())
            }
            _ => true,
        });
    }
    let words = at..at + found.n_tokens;
    if triggers.iter().any(|t| t.need.is_some()) {
        return met(reading, (&words, rest.end), has_pronoun, &triggers);
    }
    if frees_it(reading, &words, triggers.iter()) {
        triggers.retain(|t| reading.frame_of(*t) != Frame::Fall);
    }
    triggers
}

/// «the brigades free X», and not «X got free»: does the word stand between a side and a place, and may it be freeing?
fn frees_it<'t>(
    reading: &Reading<'_>,
    words: &Range<usize>,
    mut triggers: impl Iterator<Item = &'t TriggerForm>,
) -> bool {
    let frees = |t: &TriggerForm| matches!(t.form, WordForm::Verb(_)) && reading.frame_of(*t) == Frame::Take;
    triggers.any(frees) && stands_between(reading, words.clone())
}

/// Those of `triggers` whose words are met around the tokens `words` of the sentence that ends at `to`; the one whose word
/// stands nearest leads.
fn met(
    reading: &Reading<'_>,
    (words, to): (&Range<usize>, usize),
    has_pronoun: bool,
    triggers: &[TriggerForm],
) -> SmallVec<[TriggerForm; 2]> {
    // «an attack …, but the army foiled it»: the pronoun stands for what the verb needs.
    // «X, and the police stopped them»: so does that of persons for whom a verb of holding needs.
    let foils = |t: &TriggerForm| {
        has_pronoun && (foils_attack(reading, *t) || holds_them(reading, *t, words.end - 1))
    };
    let near = may_be_met(reading, words, to, triggers);
    let mut out: SmallVec<[(TriggerForm, Option<usize>); 4]> = SmallVec::new();
    for (n, t) in triggers.iter().enumerate() {
        let met = match t.need {
            Some(need) if !foils(t) => met_at(reading, words, to, (need, near.has(n)))
                .filter(|&n| !goes_before(reading, *t, words.end, n)),
            _ => Some(usize::MAX),
        };
        out.push((*t, met));
    }
    let otherwise = out.iter().all(|(_, met)| met.is_none());
    // «a rocket from X came down at Y»: no place falls.
    let from = |i: usize| reading.says_cue(i, Cue::Prep(Prep::From));
    let lands = |t: TriggerForm| {
        let fired = || words.start.checked_sub(2).is_some_and(from) || follows_missile(reading, words.start);
        reading.frame_of(t) == Frame::Strike && fired()
    };
    // «two shells hit the market of X»
    let hits = |t: TriggerForm| reading.frame_of(t) == Frame::Strike && follows_missile(reading, words.start);
    let goes = |(t, met): &(TriggerForm, Option<usize>)| {
        met.is_none() || matches!(reading.frame_of(*t), Frame::Leave | Frame::Reach)
    };
    let left = !otherwise && out.iter().all(goes);
    let crowd = |t: TriggerForm| {
        let flees = reading.frame_of(t) == Frame::Flee && t.need.is_some();
        left && flees && follows_crowd(reading, words.start, t)
    };
    let fled = out.iter().any(|(t, met)| met.is_none() && crowd(*t));
    out.retain(|(t, met)| {
        let before = || is_met_before(reading, words.start, *t) || hits(*t);
        let gone = !fled || reading.frame_of(*t) == Frame::Flee;
        met.is_some() && gone || (otherwise || lands(*t)) && before() || fled && crowd(*t)
    });
    let deal = |t: TriggerForm| t.need.filter(|_| reading.frame_of(t) == Frame::Deal);
    if out.iter().any(|(t, _)| t.need.is_none() && reading.frame_of(*t) == Frame::Leave) {
        out.retain(|(t, _)| deal(*t).is_none_or(|need| leaves_deal(reading, words, need)));
    }
    if frees_it(reading, words, out.iter().map(|(t, _)| t)) {
        out.retain(|(t, _)| reading.frame_of(*t) != Frame::Fall);
    }
    if out.iter().filter(|(t, _)| t.need.is_some()).count() > 1 {
        // «80 thousand came to X»: those who are counted lead where nothing tells who else came.
        let crowd =
            |t: &TriggerForm| t.need.is_some_and(|n| reading.knowledge.triggers.needs[usize::from(n)].crowd);
        // «the convoy of those driven from X reached Y»: a verb of moving that asks for no word leads before a flight.
        let flees = out.iter().any(|(t, _)| reading.frame_of(*t) == Frame::Flee);
        let moves = |t: &TriggerForm| {
            t.need.is_some() && matches!(reading.frame_of(*t), Frame::Leave | Frame::Reach | Frame::Move)
        };
        out.sort_by_key(|(t, met)| {
            let met = met.map(|met| if flees && met == usize::MAX && moves(t) { 0 } else { met });
            (met, !crowd(t))
        });
    }
    out.iter().map(|(t, _)| *t).collect()
}

/// «X enters Y after the withdrawal of the troops of Z»: does the word that a verb of coming needs, `n` tokens behind token
/// `at`, stand behind an «after», so that it comes nowhere?
fn goes_before(reading: &Reading<'_>, form: TriggerForm, at: usize, n: usize) -> bool {
    let comes = matches!(reading.frame_of(form), Frame::Send | Frame::Reach | Frame::Move);
    let after = |i: usize| reading.says_cue(i, Cue::After);
    comes && n != usize::MAX && (at + 1..at + n).any(after)
}

/// «shells had fallen», «a rocket of X fell last night»: does a word for what is fired stand close before token `at`, and
/// open its sentence or what is said there, or follow «was»?
fn follows_missile(reading: &Reading<'_>, at: usize) -> bool {
    const NEAR: usize = 3;
    let (text, missiles) = (&reading.text, &reading.knowledge.triggers.lists.missiles);
    let word = |i: &usize| text.tokens[*i].kind == TokenKind::Word;
    let mut before = (at.saturating_sub(NEAR)..at).rev().take_while(word);
    let governed = Affixes::BI.with(Affixes::LI);
    let fired = before.find(|&i| missiles.longest_at(text, i).is_some_and(|m| !m.affixes.has_any(governed)));
    // «residents said that three shells had fallen on X».
    let opens = |b: usize| [Cue::Was, Cue::That, Cue::Contrast].iter().any(|c| reading.says_cue(b, *c));
    let counted = |i: usize| {
        let number = reading.numbers.partition_point(|n| n.to < i);
        reading.numbers.get(number).filter(|n| n.to == i).map_or(i, |n| n.from)
    };
    fired.is_some_and(|i| {
        let before = counted(i).checked_sub(1);
        before.is_none_or(|b| text.tokens[b].kind != TokenKind::Word || opens(b))
    })
}

/// The cues of a word at token `at` that it can have where it stands.
fn cues_of(
    reading: &Reading<'_>,
    at: usize,
    found: &Match<'_, SmallVec<[CueForm; 2]>>,
) -> SmallVec<[CueForm; 2]> {
    let definite = found.affixes.has(Affixes::AL);
    // The affixes kept are the trigger's: a perfect that would need «will» before it is none.
    let will = found.affixes.has_any(Affixes::SA.with(Affixes::LI));
    let fits = |v: VerbForm| !(will && v.tense == Tense::Perfect) && (!v.is_bound || found.pronoun);
    // With a madda it is a participle, no perfect: «the commander of», not «he ordered».
    let madda = || written_with_madda(reading, at);
    let no_participle = |c: &CueForm| c.verb.is_some() || matches!(c.cue, Cue::There | Cue::ThereFrom);
    // «the deal signed in X»: a participle that is written like a word for a place.
    let dated = || reading.knowledge.status.dated.longest_at(&reading.text, at).is_some();
    let signed = |c: &CueForm| definite && c.cue == Cue::VaguePlace && dated();
    // «now», «the eastern»: no particle has the article.
    let is_particle = |c: &CueForm| {
        matches!(
            c.cue,
            Cue::Prep(_) | Cue::That | Cue::ThatThey | Cue::Relative | Cue::Subordinate | Cue::When
        )
    };
    let is_other = |c: &CueForm| no_participle(c) && madda() || signed(c) || definite && is_particle(c);
    // «X repeated its bombing of Y», «X repeated its call»: the verb only carries what is done, and speaks of what is said.
    let both = found.value.len() > 1
        && found.value.iter().any(|c| c.cue == Cue::Light)
        && found.value.iter().any(|c| matches!(c.cue, Cue::Speech(_)))
        && reading.knowledge.triggers.lists.repeats.longest_at(&reading.text, at).is_some();
    let does = both && carries_deed(reading, at + 1);
    let carried = |c: &CueForm| match c.cue {
        Cue::Speech(_) => !does,
        Cue::Light => does || !both,
        _ => true,
    };
    let stays = |c: &&CueForm| c.verb.is_none_or(fits) && !is_other(c) && carried(c);
    if found.value.iter().all(|c| stays(&c)) {
        return SmallVec::from_slice(found.value);
    }
    found.value.iter().filter(stays).copied().collect()
}

/// Does a noun of bombing or fighting stand close behind token `at`, before any mark?
fn carries_deed(reading: &Reading<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    let lexicon = &reading.knowledge.triggers.lexicon;
    let deed = |f: &TriggerForm| {
        f.form == WordForm::Noun
            && f.need.is_none()
            && matches!(reading.frame_of(*f), Frame::Strike | Frame::Fight | Frame::Enter)
    };
    let word = |i: &usize| reading.text.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word);
    let mut near = (at..at + REACH).take_while(word);
    near.any(|i| lexicon.longest_at(&reading.text, i).is_some_and(|m| m.value.iter().any(deed)))
}

/// Is it a verb of repelling that wants a word for an attack («foiled an attempt, an attack»)?
fn foils_attack(reading: &Reading<'_>, form: TriggerForm) -> bool {
    let triggers = &reading.knowledge.triggers;
    let attack = |word: WordId| {
        let forms = triggers.lexicon.of_word(word).into_iter().flatten();
        forms.into_iter().any(|f| f.form == WordForm::Noun && reading.frame_of(*f) == Frame::Fight)
    };
    let verb = matches!(form.form, WordForm::Verb(_)) && reading.frame_of(form) == Frame::Repel;
    verb && form.need.is_some_and(|n| triggers.needs[usize::from(n)].any.iter().any(attack))
}

/// Is it a verb of arresting, at token `at`, with the pronoun of persons?
fn holds_them(reading: &Reading<'_>, form: TriggerForm, at: usize) -> bool {
    const THEM: [&str; 3] = ["\u{647}\u{645}", "\u{647}\u{645}\u{627}", "\u{647}\u{646}"];
    let held = reading.knowledge.triggers.all[usize::from(form.trigger)].kind == "detention";
    let verb = matches!(form.form, WordForm::Verb(_)) && reading.frame_of(form) == Frame::Hold;
    held && verb && THEM.iter().any(|end| reading.text.fold_at(at).ends_with(end))
}

/// Is the word at token `at` written with an alef with madda at its head?
fn written_with_madda(reading: &Reading<'_>, at: usize) -> bool {
    let written = reading.text.tokens[at].span.of(reading.text.source);
    written.trim_start_matches(['\u{648}', '\u{641}']).starts_with('\u{622}')
}

/// «returned and regained it»: behind the verb of doing again stands, joined, the verb of what is done.
fn is_done_again(reading: &Reading<'_>, at: usize) -> bool {
    let again = &reading.knowledge.triggers.lists.again;
    let joined = reading.text.fold_at(at).starts_with(AND);
    joined && at.checked_sub(1).is_some_and(|j| again.longest_at(&reading.text, j).is_some())
}

/// «its control»: before a pronoun a verbal noun looks like the perfect of its verb; adds the noun.
fn add_nouns(reading: &Reading<'_>, at: usize, triggers: &mut SmallVec<[TriggerForm; 2]>) {
    let with_pronoun = reading.text.readings_at(at).iter().filter(|r| r.affixes.has(Affixes::PRONOUN));
    for found in with_pronoun.filter_map(|r| reading.knowledge.triggers.lexicon.of_word(r.stem)) {
        for form in found.iter().filter(|f| f.form == WordForm::Noun) {
            if !triggers.contains(form) {
                triggers.push(*form);
            }
        }
    }
}
