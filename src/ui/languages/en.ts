import type { CountName, QuantityWord } from '../../model/quantity';
import type { Kind, Status } from '../../model/feature';
import type { State } from '../../model/moment';
import type { NoTotal } from '../../model/presence-total';
import type { Certainty, Criterion } from '../../model/wanted';
import type { Direction } from '../../map/camera';
import { numberFormatterOf, pluralOf } from '../number-format';
import { quoteAmid } from '../quote';

/** How far a force has come since another report. */
const sinceThen: Record<Status, string> = {
  'on alert': 'been put on alert',
  announced: 'been announced',
  'under way': 'set out',
  arrived: 'arrived',
};

/** Every word the interface shows, in English, for a locale (BCP 47). Another language is another file like this one. */
export function messagesIn(locale: string) {
  const number = (value: number) => numberFormatterOf(locale).format(value);
  const inPercent = (share: number) => numberFormatterOf(locale, { style: 'percent' }).format(share);
  const degrees = (value: number) =>
    `${numberFormatterOf(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(Math.abs(value))}°`;
  const quote = quoteAmid('ltr');
  const divider = ' · ';
  const counted = (count: number, one: string, other: string) =>
    `${number(count)} ${pluralOf('en', count) === 'one' ? one : other}`;
  return {
    /** Of the interface, BCP 47. */
    language: 'en',
    /** For `Intl`: the language as the reader asked for it. */
    locale,
    direction: 'ltr' as 'ltr' | 'rtl',
    /** Text of the story inside a sentence: it keeps its own direction, and leaves the sentence its own. */
    quote,
    /** Between the parts of a line. */
    comma: ', ',
    semicolon: '; ',
    /** Between parts that are no sentence. */
    divider,
    map: 'Map',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    panning: 'Move the map',
    pan: { north: 'Move north', south: 'Move south', west: 'Move west', east: 'Move east' } satisfies Record<
      Direction,
      string
    >,
    showAll: 'Show the whole story',
    /** Units of the map's scale. */
    scale: { kilometres: 'km', metres: 'm', miles: 'mi', feet: 'ft' },
    cooperative: 'Use two fingers to move the map',
    cooperativeDesktop: 'Hold Ctrl and scroll to zoom the map',
    cooperativeMac: 'Hold ⌘ and scroll to zoom the map',
    attribution: 'Credits',
    loading: 'Loading the story…',
    loadingShare: (percent: number | undefined, events: number) =>
      `${percent === undefined ? 'Reading' : `Reading, ${number(percent)} % done`}: ${counted(events, 'event', 'events')} so far`,
    stopLoading: 'Stop loading',
    stopped: 'Loading was stopped',
    stoppedHint: 'Nothing of the story is shown yet. Loading begins again from the start.',
    basemapFailed: (url: string) => `The basemap ${url} cannot be loaded. The built-in map is in its place.`,
    dismiss: 'Dismiss',
    schematic: (area: string, metres: number) =>
      `The close map of ${quote(area)} is schematic: drawn by hand from known points, within about ${number(metres)} m.`,
    mapFixed: 'The map cannot be moved in this browser. The list, the dates and the cards have the whole story.',
    mapFailed: 'The map cannot be drawn in this browser. The list, the dates and the cards have the whole story.',
    failed: 'The story could not be loaded',
    failedHint: 'Check that the address is right and that the file is where the page expects it.',
    retry: 'Try again',
    timeline: 'Timeline',
    date: 'Date',
    first: 'First date',
    previous: 'Previous date',
    next: 'Next date',
    last: 'Last date',
    play: 'Play',
    pause: 'Pause',
    playEnded: 'Play stopped.',
    timelineOptions: 'Timeline options',
    singleDate: 'Single date',
    range: 'Range',
    rangeStart: 'From',
    rangeEnd: 'To',
    fromDateTo: (from: string, to: string) => `from ${from} to ${to}`,
    datesOf: (count: number, total: number) => `${number(count)} of ${counted(total, 'date', 'dates')}`,
    trueScale: 'True scale',
    speed: 'Speed',
    times: (speed: number) => `${number(speed)}×`,
    /** `length` of time: "9 years". */
    afterGap: (length: string) => `${length} after the date before`,
    position: (index: number, total: number) => `${number(index)} of ${number(total)}`,
    eventCount: (count: number) => counted(count, 'event', 'events'),
    andMore: (title: string, more: number) => (more > 0 ? `${quote(title)}, and ${number(more)} more` : title),
    nothingDated: 'Nothing with a date is switched on.',
    layers: 'Layers',
    kinds: 'Kinds',
    addedContext: 'Added context',
    addedContextTag: 'added context',
    reported: 'Reported',
    filters: 'What is shown',
    countInRange: (count: number) => counted(count, 'event in this range', 'events in this range'),
    countAtDate: (count: number) => counted(count, 'event on this date', 'events on this date'),
    byline: (sources: number, problems: number) =>
      `${counted(sources, 'source', 'sources')}${problems > 0 ? `${divider}${counted(problems, 'problem', 'problems')} in the data` : ''}`,
    kind: {
      incident: 'Incidents',
      movement: 'Movements',
      statement: 'Statements',
      context: 'Background',
      place: 'Places',
    } satisfies Record<Kind, string>,
    kindOne: {
      incident: 'Incident',
      movement: 'Movement',
      statement: 'Statement',
      context: 'Background',
      place: 'Place',
    } satisfies Record<Kind, string>,
    state: { ahead: 'ahead', now: 'now', past: 'past', undated: 'no date' } satisfies Record<State, string>,
    status: {
      'on alert': 'on alert',
      announced: 'announced',
      'under way': 'under way',
      arrived: 'arrived',
    } satisfies Record<Status, string>,
    events: 'Events',
    listed: (first: number, last: number, total: number, whole: number) =>
      `Events ${number(first)} to ${number(last)} of ${number(total)} on this date; ${number(whole)} in all`,
    unlocated: 'No place on the map',
    undated: 'No date in any source',
    noEvents: 'Nothing is switched on.',
    find: 'Find',
    findHint: 'Find a word, place or person',
    findClear: 'Clear the words',
    findFilters: (count: number) => (count > 0 ? `Filters (${number(count)})` : 'Filters'),
    findCount: (count: number, total: number) => `${number(count)} of ${counted(total, 'event', 'events')}`,
    searching: (share: number) => `Searching… ${inPercent(share)}`,
    any: 'Any',
    choice: (name: string, count: number) => `${quote(name)} (${number(count)})`,
    criterion: { text: 'Words', actor: 'Actor', source: 'Source', certainty: 'Certainty' } satisfies Record<
      Criterion,
      string
    >,
    certainty: {
      certain: 'Nothing unsure',
      date: 'Date unsure',
      place: 'Place unsure',
      number: 'Number unsure',
    } satisfies Record<Certainty, string>,
    dropFilter: 'Drop the filter',
    dropCriterion: (criterion: string, value: string) => `Drop ${criterion.toLowerCase()}: ${quote(value)}`,
    switchOn: (name: string) => `Switch on ${quote(name)}`,
    nothingFound: 'Nothing matches all of this.',
    noSingleDrop: 'No one filter is the cause: several of them together leave nothing.',
    noData: 'There are no events in this story.',
    ongoing: 'partly still true',
    showEverything: 'Show everything',
    print: 'Print the story',
    panelOpen: 'Show list and layers',
    panelClose: 'Show more of the map',
    close: 'Close',
    skipTo: { events: 'Skip to the events', map: 'Skip to the map', card: 'Skip to the card' },
    noPlace: 'No place stated',
    placeUnsure: 'place unsure',
    coordinates: (latitude: number, longitude: number) =>
      `${degrees(latitude)} ${latitude < 0 ? 'S' : 'N'}, ${degrees(longitude)} ${longitude < 0 ? 'W' : 'E'}`,
    severalPlaces: (names: string[]) => names.map(quote).join(' and '),
    placedWithin: (distance: string) => `placed to within ${distance}`,
    knownAsArea: (distance: string) => `known only as an area, within ${distance} of this point`,
    notLocated: 'not located by any source',
    onThisDate: 'On this date',
    earlier: 'Earlier here',
    later: 'Later here',
    moreHere: (count: number) => `${counted(count, 'more event', 'more events')} here, in the list of events.`,
    nothingHere: 'Nothing is dated here.',
    sourceLocator: (locator: string) => `¶${quote(locator)}`,
    saysSpeaker: (speaker: string) => `${quote(speaker)} says`,
    fromTo: (from: string | undefined, to: string | undefined) => {
      if (to) return from ? `from ${quote(from)} to ${quote(to)}` : `to ${quote(to)}, origin not stated`;
      return from ? `from ${quote(from)}` : 'no place stated';
    },
    strengthUnknown: 'strength not stated',
    withStatus: (force: string, status: string) => `${force} ${status}`,
    ofThese: (force: string) => `of these ${force}`,
    partOfLarger: (force: string) => `${force}, part of a larger force`,
    countedAmong: (force: string, whole: string) => `${force}, counted in the ${whole}`,
    forcesNow: 'Forces at this date',
    force: 'Force',
    strength: 'Strength',
    statusTitle: 'Status',
    partOf: 'Part of',
    includes: 'Includes',
    reports: (count: number) => counted(count, 'report', 'reports'),
    follow: 'Follow this force',
    only: (title: string) => `Only: ${quote(title)}`,
    showAllEvents: 'Show all events',
    place: 'Place',
    sources: 'Sources',
    basis: 'Basis',
    notes: 'Notes',
    notStated: 'not stated',
    eachByLatest: 'Each by its latest report',
    forceCount: (count: number) => counted(count, 'force', 'forces'),
    moreForces: (count: number) => `${counted(count, 'more force is', 'more forces are')} in the copied table.`,
    noForces: 'No force is reported yet.',
    bound: (place: string) => `to ${quote(place)}`,
    left: (place: string) => `from ${quote(place)}`,
    partOfForce: (whole: string, strength: string | undefined) =>
      `part of ${quote(whole)}${strength ? ` (${strength})` : ''}`,
    overtaken: (status: Status, since: Status) =>
      `last reported ${status}; the force it belongs to has since ${sinceThen[since]}`,
    includesElsewhere: (parts: string[]) => `its strength includes people elsewhere: ${parts.map(quote).join('; ')}`,
    hasLeft: 'has left from here, not counted',
    inAll: 'In all',
    noTotal: {
      unknown: 'no strength is stated',
      parts: 'no total: parts of one force stand side by side and may share people',
      elsewhere: 'no total: a strength includes people who are elsewhere',
      contradiction: 'no total: the parts of a force exceed it',
    } satisfies Record<NoTotal, string>,
    copy: 'Copy table',
    copied: 'Copied',
    copyFailed: 'Could not copy',
    problems: (count: number) => `${counted(count, 'problem', 'problems')} in the data`,
    moreProblems: (count: number) => `${counted(count, 'more problem is', 'more problems are')} not listed.`,
    problemsIntro: (skipped: number) =>
      `${counted(skipped, 'feature was', 'features were')} left out. Everything else is shown.`,
    count: {
      killed: (quantity) => `${quantity} killed`,
      injured: (quantity) => `${quantity} injured`,
      missing: (quantity) => `${quantity} missing`,
      detained: (quantity) => `${quantity} detained`,
      displaced: (quantity) => `${quantity} displaced`,
      protesters: (quantity) => `${quantity} protesters`,
      militiamen: (quantity) => `${quantity} militiamen`,
      troops: (quantity) => `${quantity} troops`,
      tents: (quantity) => `${quantity} tents`,
      clinics: (quantity, one) => `${quantity} ${one ? 'clinic' : 'clinics'}`,
      rockets: (quantity) => `${quantity} rockets`,
      missiles: (quantity) => `${quantity} missiles`,
      drones: (quantity) => `${quantity} drones`,
      aircraft: (quantity) => `${quantity} aircraft`,
      vehicles: (quantity) => `${quantity} vehicles`,
      sites: (quantity) => `${quantity} sites`,
    } as Record<CountName, (quantity: string, one: boolean) => string>,
    noneReported: { injured: 'no injuries reported', killed: 'no deaths reported' } as Partial<
      Record<CountName, string>
    >,
    about: (figure: string) => `~${figure}`,
    atLeast: (figure: string) => `≥${figure}`,
    atMost: (figure: string) => `≤${figure}`,
    between: (low: string, high: string) => `${low}–${high}`,
    word: {
      'none reported': 'none reported',
      several: 'several',
      dozens: 'dozens of',
      hundreds: 'hundreds of',
      thousands: 'thousands of',
      'tens of thousands': 'tens of thousands of',
      'hundreds of thousands': 'hundreds of thousands of',
    } satisfies Record<QuantityWord, string>,
    /** The same with nothing after them. */
    wordAlone: {
      'none reported': 'none reported',
      several: 'several',
      dozens: 'dozens',
      hundreds: 'hundreds',
      thousands: 'thousands',
      'tens of thousands': 'tens of thousands',
      'hundreds of thousands': 'hundreds of thousands',
    } satisfies Record<QuantityWord, string>,
    by: (figure: string, who: string) => `${figure} (${quote(who)})`,
    or: ' / ',
    unsureEnds: (from: string, to: string) => `${from} – ${to}`,
    sourcesDiffer: (figure: string) => `${figure}, sources differ`,
    around: (date: string) => `around ${date}`,
    perhaps: (date: string) => `perhaps ${date}`,
    since: (date: string) => `since ${date}`,
    until: (date: string) => `until ${date}`,
    noLaterThan: (date: string) => `by ${date}, start not stated`,
    noEarlierThan: (date: string) => `from ${date}, end not stated`,
    oneOf: (from: string, to: string) => `one day between ${from} and ${to}`,
    localTime: (date: string, time: string) => `${date}, ${time} local time`,
  };
}

/** The words of a language: those that English has. */
export type Messages = ReturnType<typeof messagesIn>;
