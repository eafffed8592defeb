import type { Status } from '../../model/feature';
import { numberFormatterOf, pluralOf } from '../number-format';
import { quoteAmid } from '../quote';
import type { Messages } from './en';

/** A noun as Arabic counts it: none, one and two are words of their own, and the rest follow a number. */
type Counted = Record<Intl.LDMLPluralRule, string>;

const forms = (zero: string, one: string, two: string, few: string, many: string, other: string): Counted => ({
  zero,
  one,
  two,
  few,
  many,
  other,
});
const EVENTS = forms('لا أحداث', 'حدث واحد', 'حدثان', 'أحداث', 'حدثًا', 'حدث');
/** After "of". */
const EVENTS_OF = forms('لا أحداث', 'حدث واحد', 'حدثين', 'أحداث', 'حدثًا', 'حدث');
const MORE_EVENTS = forms('لا أحداث أخرى', 'حدث آخر', 'حدثان آخران', 'أحداث أخرى', 'حدثًا آخر', 'حدث آخر');
const SOURCES = forms('لا مصادر', 'مصدر واحد', 'مصدران', 'مصادر', 'مصدرًا', 'مصدر');
const PROBLEMS = forms('لا مشكلات', 'مشكلة واحدة', 'مشكلتان', 'مشكلات', 'مشكلة', 'مشكلة');
const MORE_PROBLEMS = forms(
  'لا مشكلات أخرى',
  'مشكلة أخرى',
  'مشكلتان أخريان',
  'مشكلات أخرى',
  'مشكلة أخرى',
  'مشكلة أخرى',
);
const ITEMS = forms('لا شيء', 'عنصر واحد', 'عنصران', 'عناصر', 'عنصرًا', 'عنصر');
const FORCES = forms('لا قوات', 'قوة واحدة', 'قوتان', 'قوات', 'قوة', 'قوة');
const MORE_FORCES = forms('لا قوات أخرى', 'قوة أخرى', 'قوتان أخريان', 'قوات أخرى', 'قوة أخرى', 'قوة أخرى');
const REPORTS = forms('لا تقارير', 'تقرير واحد', 'تقريران', 'تقارير', 'تقريرًا', 'تقرير');
const DATES = forms('لا تواريخ', 'تاريخ واحد', 'تاريخين', 'تواريخ', 'تاريخًا', 'تاريخ');

/** How far a force has come since another report. */
const sinceThen: Record<Status, string> = {
  'on alert': 'وُضعت في حالة تأهب',
  announced: 'أُعلن عنها',
  'under way': 'انطلقت',
  arrived: 'وصلت',
};
const status: Record<Status, string> = {
  'on alert': 'في حالة تأهب',
  announced: 'معلنة',
  'under way': 'في الطريق',
  arrived: 'وصلت',
};

/** Every word the interface shows, in Arabic, for a locale (BCP 47), which chooses the digits and the months' names. */
export function messagesIn(locale: string): Messages {
  const number = (value: number) => numberFormatterOf(locale).format(value);
  const inPercent = (share: number) => numberFormatterOf(locale, { style: 'percent' }).format(share);
  const degrees = (value: number) =>
    `${numberFormatterOf(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(Math.abs(value))}°`;
  /** Digits that are no number, as in 19:05. */
  const digits = (text: string) => text.replaceAll(/\d/g, (digit) => number(Number(digit)));
  const quote = quoteAmid('rtl');
  // A dot in the middle of the line is the zero of Arabic-Indic digits.
  const divider = ' | ';
  const counted = (count: number, noun: Counted) => {
    const form = pluralOf('ar', count);
    return count < 3 ? noun[form] : `${number(count)} ${noun[form]}`;
  };
  return {
    language: 'ar',
    locale,
    direction: 'rtl',
    quote,
    comma: '، ',
    semicolon: '؛ ',
    divider,
    map: 'الخريطة',
    zoomIn: 'تكبير',
    panning: 'تحريك الخريطة',
    pan: { north: 'تحريك شمالًا', south: 'تحريك جنوبًا', west: 'تحريك غربًا', east: 'تحريك شرقًا' },
    zoomOut: 'تصغير',
    showAll: 'عرض القصة كاملة',
    scale: { kilometres: 'كم', metres: 'م', miles: 'ميل', feet: 'قدم' },
    cooperative: 'حرّك الخريطة بإصبعين',
    cooperativeDesktop: 'اضغط Ctrl مع التمرير لتكبير الخريطة',
    cooperativeMac: 'اضغط ⌘ مع التمرير لتكبير الخريطة',
    attribution: 'حقوق المصادر',
    loading: 'يجري تحميل القصة…',
    loadingShare: (percent, events) =>
      `${percent === undefined ? 'القراءة جارية' : `القراءة جارية، اكتمل ${inPercent(percent / 100)}`}: ${counted(events, EVENTS)} حتى الآن`,
    stopLoading: 'إيقاف التحميل',
    stopped: 'أُوقف التحميل',
    stoppedHint: 'لا يظهر شيء من القصة بعد. يبدأ التحميل من جديد من أوله.',
    basemapFailed: (url) => `تعذر تحميل الخريطة الأساسية ${quote(url)}. حلت محلها الخريطة المدمجة.`,
    dismiss: 'إخفاء',
    schematic: (area, metres) =>
      `الخريطة القريبة لـ ${quote(area)} تخطيطية: رُسمت يدويًا من نقاط معروفة، بدقة نحو ${number(metres)} م.`,
    mapFixed: 'لا يمكن تحريك الخريطة في هذا المتصفح. القائمة والتواريخ والبطاقات تعرض القصة كاملة.',
    mapFailed: 'لا يمكن رسم الخريطة في هذا المتصفح. القائمة والتواريخ والبطاقات تعرض القصة كاملة.',
    failed: 'تعذر تحميل القصة',
    failedHint: 'تحقق من صحة العنوان ومن وجود الملف حيث تتوقعه الصفحة.',
    retry: 'إعادة المحاولة',
    timeline: 'الخط الزمني',
    date: 'التاريخ',
    first: 'التاريخ الأول',
    previous: 'التاريخ السابق',
    next: 'التاريخ التالي',
    last: 'التاريخ الأخير',
    play: 'تشغيل',
    pause: 'إيقاف',
    playEnded: 'توقف التشغيل.',
    timelineOptions: 'خيارات الخط الزمني',
    singleDate: 'تاريخ واحد',
    range: 'فترة',
    rangeStart: 'من',
    rangeEnd: 'إلى',
    fromDateTo: (from, to) => `من ${from} إلى ${to}`,
    datesOf: (count, total) => `${number(count)} من ${counted(total, DATES)}`,
    trueScale: 'مقياس حقيقي',
    speed: 'السرعة',
    times: (speed) => `${number(speed)}×`,
    afterGap: (length) => `الفاصل عن التاريخ السابق: ${length}`,
    position: (index, total) => `${number(index)} من ${number(total)}`,
    eventCount: (count) => counted(count, EVENTS),
    andMore: (title, more) => (more > 0 ? `${quote(title)}، و${counted(more, MORE_EVENTS)}` : title),
    nothingDated: 'لا شيء مؤرخ معروض.',
    layers: 'الطبقات',
    kinds: 'الأنواع',
    addedContext: 'سياق مضاف',
    addedContextTag: 'سياق مضاف',
    reported: 'وارد في التقرير',
    filters: 'ما يُعرض',
    countInRange: (count) => `${counted(count, EVENTS)} في هذه الفترة`,
    countAtDate: (count) => `${counted(count, EVENTS)} في هذا التاريخ`,
    byline: (sources, problems) =>
      `${counted(sources, SOURCES)}${problems > 0 ? `${divider}${counted(problems, PROBLEMS)} في البيانات` : ''}`,
    kind: {
      incident: 'الحوادث',
      movement: 'التحركات',
      statement: 'التصريحات',
      context: 'الخلفية',
      place: 'الأماكن',
    },
    kindOne: {
      incident: 'حادث',
      movement: 'تحرك',
      statement: 'تصريح',
      context: 'خلفية',
      place: 'مكان',
    },
    state: { ahead: 'لاحقًا', now: 'الآن', past: 'سابقًا', undated: 'بلا تاريخ' },
    status,
    events: 'الأحداث',
    listed: (first, last, total, whole) =>
      `الأحداث من ${number(first)} إلى ${number(last)} من أصل ${number(total)} في هذا التاريخ؛ والمجموع ${number(whole)}`,
    unlocated: 'لا مكان لها على الخريطة',
    undated: 'لا تاريخ في أي مصدر',
    noEvents: 'لا شيء معروض.',
    find: 'بحث',
    findHint: 'ابحث عن كلمة أو مكان أو شخص',
    findClear: 'مسح الكلمات',
    findFilters: (count) => (count > 0 ? `التصفية (${number(count)})` : 'التصفية'),
    findCount: (count, total) => `${number(count)} من ${counted(total, EVENTS_OF)}`,
    searching: (share) => `جارٍ البحث… ${inPercent(share)}`,
    any: 'الكل',
    choice: (name, count) => `${quote(name)} (${number(count)})`,
    criterion: { text: 'الكلمات', actor: 'الطرف', source: 'المصدر', certainty: 'اليقين' },
    certainty: {
      certain: 'لا شيء غير مؤكد',
      date: 'التاريخ غير مؤكد',
      place: 'المكان غير مؤكد',
      number: 'العدد غير مؤكد',
    },
    dropFilter: 'إزالة شرط',
    dropCriterion: (criterion, value) => `إزالة شرط ${criterion}: ${quote(value)}`,
    switchOn: (name) => `إظهار ${quote(name)}`,
    nothingFound: 'لا شيء يطابق كل هذه الشروط.',
    noSingleDrop: 'ليس السبب شرطًا واحدًا، بل اجتماع عدة شروط.',
    noData: 'لا أحداث في هذه القصة.',
    ongoing: 'ما زال بعضه قائمًا',
    showEverything: 'عرض كل شيء',
    print: 'طباعة القصة',
    panelOpen: 'عرض القائمة والطبقات',
    panelClose: 'توسيع الخريطة',
    close: 'إغلاق',
    skipTo: { events: 'الانتقال إلى الأحداث', map: 'الانتقال إلى الخريطة', card: 'الانتقال إلى البطاقة' },
    placeUnsure: 'المكان غير مؤكد',
    noPlace: 'لم يُذكر مكان',
    coordinates: (latitude, longitude) =>
      `${degrees(latitude)} ${latitude < 0 ? 'جنوبًا' : 'شمالًا'}، ${degrees(longitude)} ${longitude < 0 ? 'غربًا' : 'شرقًا'}`,
    severalPlaces: (names) => names.map(quote).join(' و'),
    placedWithin: (distance) => `الموقع بدقة ${distance}`,
    knownAsArea: (distance) => `معروف كمنطقة فقط، في نطاق ${distance} من هذه النقطة`,
    notLocated: 'لم يحدد أي مصدر موقعه',
    onThisDate: 'في هذا التاريخ',
    earlier: 'قبل ذلك هنا',
    later: 'بعد ذلك هنا',
    moreHere: (count) => `${counted(count, MORE_EVENTS)} هنا، في قائمة الأحداث.`,
    nothingHere: 'لا شيء مؤرخ هنا.',
    sourceLocator: (locator) => `الفقرة ${/^[\d:.,–-]+$/.test(locator) ? digits(locator) : quote(locator)}`,
    saysSpeaker: (speaker) => `بحسب ${quote(speaker)}`,
    fromTo: (from, to) => {
      if (to) return from ? `من ${quote(from)} إلى ${quote(to)}` : `إلى ${quote(to)}، ولم تُذكر نقطة الانطلاق`;
      return from ? `من ${quote(from)}` : 'لم يُذكر مكان';
    },
    strengthUnknown: 'العدد غير مذكور',
    withStatus: (force, state) => `${force}، ${state}`,
    ofThese: (force) => `منها ${force}`,
    partOfLarger: (force) => `${force}، جزء من قوة أكبر`,
    countedAmong: (force, whole) => `${force}، ضمن ${whole}`,
    forcesNow: 'القوات في هذا التاريخ',
    force: 'القوة',
    strength: 'العدد',
    statusTitle: 'الحالة',
    partOf: 'جزء من',
    includes: 'تضم',
    reports: (count) => counted(count, REPORTS),
    follow: 'تتبع هذه القوة',
    only: (title) => `فقط: ${quote(title)}`,
    showAllEvents: 'عرض كل الأحداث',
    place: 'المكان',
    sources: 'المصادر',
    basis: 'الأساس',
    notes: 'ملاحظات',
    notStated: 'غير مذكور',
    eachByLatest: 'كل قوة بحسب آخر تقرير عنها',
    forceCount: (count) => counted(count, FORCES),
    moreForces: (count) => `${counted(count, MORE_FORCES)} في الجدول المنسوخ.`,
    noForces: 'لم ترد تقارير عن أي قوة بعد.',
    bound: (place) => `إلى ${quote(place)}`,
    left: (place) => `من ${quote(place)}`,
    partOfForce: (whole, strength) => `جزء من ${quote(whole)}${strength ? ` (${strength})` : ''}`,
    overtaken: (last, since) =>
      `آخر ما ورد عنها: ${status[last]}؛ أما القوة التي تضمها فقد ${sinceThen[since]} بعد ذلك`,
    includesElsewhere: (parts) => `عددها يشمل أفرادًا في أماكن أخرى: ${parts.map(quote).join('؛ ')}`,
    hasLeft: 'غادرت هذا المكان، ولا تُحسب',
    inAll: 'المجموع',
    noTotal: {
      unknown: 'لم يُذكر أي عدد',
      parts: 'لا مجموع: أجزاء من قوة واحدة متجاورة وقد تشترك في أفراد',
      elsewhere: 'لا مجموع: أحد الأعداد يشمل أفرادًا في أماكن أخرى',
      contradiction: 'لا مجموع: أجزاء إحدى القوى تفوقها عددًا',
    },
    copy: 'نسخ الجدول',
    copied: 'نُسخ',
    copyFailed: 'تعذر النسخ',
    problems: (count) => `${counted(count, PROBLEMS)} في البيانات`,
    moreProblems: (count) => `${counted(count, MORE_PROBLEMS)} غير مدرجة هنا.`,
    problemsIntro: (skipped) => `المستبعد: ${counted(skipped, ITEMS)}. ويُعرض كل ما عدا ذلك.`,
    // A label and a figure: the noun would change with each number, and some figures are words.
    count: {
      killed: (quantity) => `القتلى: ${quantity}`,
      injured: (quantity) => `الجرحى: ${quantity}`,
      missing: (quantity) => `المفقودون: ${quantity}`,
      detained: (quantity) => `المحتجزون: ${quantity}`,
      displaced: (quantity) => `النازحون: ${quantity}`,
      protesters: (quantity) => `المحتجون: ${quantity}`,
      militiamen: (quantity) => `مسلحو الفصائل: ${quantity}`,
      troops: (quantity) => `الجنود: ${quantity}`,
      tents: (quantity) => `الخيام: ${quantity}`,
      clinics: (quantity, one) => (one ? 'عيادة واحدة' : `العيادات: ${quantity}`),
      rockets: (quantity) => `القذائف الصاروخية: ${quantity}`,
      missiles: (quantity) => `الصواريخ: ${quantity}`,
      drones: (quantity) => `الطائرات المسيّرة: ${quantity}`,
      aircraft: (quantity) => `الطائرات: ${quantity}`,
      vehicles: (quantity) => `المركبات: ${quantity}`,
      sites: (quantity) => `المواقع: ${quantity}`,
    },
    noneReported: { injured: 'لا إصابات مبلغ عنها', killed: 'لا قتلى مبلغ عنهم' },
    about: (figure) => `نحو ${figure}`,
    atLeast: (figure) => `${figure} فأكثر`,
    atMost: (figure) => `${figure} على الأكثر`,
    between: (low, high) => `${low}–${high}`,
    word: {
      'none reported': 'لم يُبلغ عن أي عدد',
      several: 'عدة',
      dozens: 'عشرات',
      hundreds: 'مئات',
      thousands: 'آلاف',
      'tens of thousands': 'عشرات الآلاف',
      'hundreds of thousands': 'مئات الآلاف',
    },
    wordAlone: {
      'none reported': 'لم يُبلغ عن أي عدد',
      several: 'عدة',
      dozens: 'عشرات',
      hundreds: 'مئات',
      thousands: 'آلاف',
      'tens of thousands': 'عشرات الآلاف',
      'hundreds of thousands': 'مئات الآلاف',
    },
    by: (figure, who) => `${figure} (${quote(who)})`,
    or: ' / ',
    unsureEnds: (from, to) => `${from} – ${to}`,
    sourcesDiffer: (figure) => `${figure}، والمصادر تختلف`,
    around: (date) => `حوالي ${date}`,
    perhaps: (date) => `ربما ${date}`,
    since: (date) => `منذ ${date}`,
    until: (date) => `حتى ${date}`,
    noLaterThan: (date) => `بحلول ${date}، والبداية غير مذكورة`,
    noEarlierThan: (date) => `من ${date}، والنهاية غير مذكورة`,
    oneOf: (from, to) => `يوم واحد بين ${from} و${to}`,
    localTime: (date, time) => `${date}، الساعة ${digits(time)} بالتوقيت المحلي`,
  };
}
