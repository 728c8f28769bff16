# كلمات الواجهة بالعربية. المفاتيح والمتغيرات كما في en.ftl.

app-title = وقائع
ok = حسنا
close = إغلاق
more = المزيد

month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيو
month-7 = تموز/يوليو
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
month-short-1 = كانون الثاني
month-short-2 = شباط
month-short-3 = آذار
month-short-4 = نيسان
month-short-5 = أيار
month-short-6 = حزيران
month-short-7 = تموز
month-short-8 = آب
month-short-9 = أيلول
month-short-10 = تشرين الأول
month-short-11 = تشرين الثاني
month-short-12 = كانون الأول
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد
weekday-short-1 = اثنين
weekday-short-2 = ثلاثاء
weekday-short-3 = أربعاء
weekday-short-4 = خميس
weekday-short-5 = جمعة
weekday-short-6 = سبت
weekday-short-7 = أحد
date-from = من { $day }
date-until = حتى { $day }
date-unknown = اليوم غير معروف
not-dated = بلا تاريخ

n-events = { $n ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $n } أحداث
    [many] { $n } حدثا
   *[other] { $n } حدث
}
n-of-m-events = { $n } من { $m } حدث
n-mentions = { $n ->
    [zero] لم يقرأ منه شيء
    [one] مقطع واحد مقروء
    [two] مقطعان مقروءان
    [few] { $n } مقاطع مقروءة
    [many] { $n } مقطعا مقروءا
   *[other] { $n } مقطع مقروء
}
n-notices = { $n ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $n } ملاحظات
   *[other] { $n } ملاحظة
}
n-unread = { $n ->
    [zero] قُرئت الملفات كلها
    [one] ملف واحد لم يُقرأ، والسبب في قائمة اللوحات
    [two] ملفان لم يُقرآ، والسبب في قائمة اللوحات
    [few] { $n } ملفات لم تُقرأ، والأسباب في قائمة اللوحات
    [many] { $n } ملفا لم تُقرأ، والأسباب في قائمة اللوحات
   *[other] { $n } ملف لم تُقرأ، والأسباب في قائمة اللوحات
}
n-articles = { $n ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $n } مقالات
    [many] { $n } مقالا
   *[other] { $n } مقال
}
as-of = كما كان معروفا في { $day }
chip-factions = { $n ->
    [one] طرف مخفي
    [two] طرفان مخفيان
    [few] { $n } أطراف مخفية
    [many] { $n } طرفا مخفيا
   *[other] { $n } طرف مخفي
}
chip-kinds = { $n ->
    [one] نوع مخفي
    [two] نوعان مخفيان
    [few] { $n } أنواع مخفية
    [many] { $n } نوعا مخفيا
   *[other] { $n } نوع مخفي
}
chip-modalities = صفات مخفية: { $n }
chip-text = «{ $text }»

kind-capture = سيطرة
kind-retake = استعادة
kind-advance = تقدم
kind-withdrawal = انسحاب
kind-defence = دفاع
kind-clash = اشتباك
kind-air-strike = غارة جوية
kind-shelling = قصف
kind-attack = اعتداء
kind-infighting = اقتتال داخلي
kind-deployment = انتشار
kind-casualties = ضحايا
kind-detention = اعتقال
kind-release = إفراج
kind-displacement = نزوح
kind-infrastructure = بنية تحتية
kind-protest = احتجاج
kind-agreement = اتفاق
kind-diplomacy = دبلوماسية
kind-statement = تصريح
kind-leadership = قيادة

modality-asserted = مؤكد
modality-claimed = ادعاء
modality-denied = منفي
modality-planned = مخطط له
modality-hypothetical = افتراضي
badge-disputed = متنازع فيه
badge-background = خلفية
lane-others = أطراف أخرى
faction-nobody = بلا طرف مسمى

place-city = مدينة
place-town = بلدة
place-village = قرية
place-quarter = حي
place-base = قاعدة
place-crossing = معبر
place-governorate = محافظة
place-region = منطقة
place-country = دولة
place-unlocated = ليس في دليل الأماكن: لا يظهر على الخريطة

status-held = سيطرة
status-claimed = ادعاء
status-contested = متنازع عليه
status-left = أخلي

field-date = التاريخ
field-place = المكان
field-destination = إلى
field-initiator = الفاعل
field-target = المستهدف
field-other = أطراف أخرى
field-control = السيطرة
field-toll = الحصيلة
field-attribution = القائل
field-acled = ACLED

basis-absolute = تاريخ كامل
basis-weekday = يوم من الأسبوع، محسوب من تاريخ النشر
basis-relative = محسوب من تاريخ النشر
basis-event = محسوب من حدث آخر
basis-context = من الجمل السابقة
basis-published = يوم النشر
basis-quoted = { $how }: «{ $text }»
precision-day = باليوم
precision-days = خلال أيام
precision-week = خلال أسبوع
precision-month = خلال شهر
precision-year = خلال سنة
precision-unknown = حدود فقط

toll-civilians = مدنيون
toll-fighters = مقاتلون
toll-soldiers = جنود
toll-all = أشخاص
toll-killed = القتلى { $range }
toll-wounded = الجرحى { $range }

filters = التصفية
search = بحث
search-hint = مكان، طرف، كلمات…
factions = الأطراف
kinds = الأنواع
status = الصفة
all = الكل
none = لا شيء
only = فقط
only-this = { $name } فقط
background-events = أحداث الخلفية ({ $n })
clear-filters = إلغاء التصفية
palette = الألوان
palette-default = الافتراضية
palette-isw = على طراز ISW
palette-colour-blind = لعمى الألوان

events = الأحداث
list-day = هذا اليوم
list-three-days = 3 أيام
list-up-to = حتى اليوم
list-all = كل الأيام
no-day = بلا تاريخ
no-events-corpus = لا أحداث بعد. افتح مقالات: waqai FILE…
no-events-filters = لا حدث يطابق التصفية.
no-events-days = لا حدث في الأيام المختارة.
disputed-tooltip = مصدر آخر يناقض هذا
n-sources = { $n ->
    [one] ذكر مرة
    [two] ذكر مرتين
    [few] ذكر { $n } مرات
   *[other] ذكر { $n } مرة
}

details = التفاصيل
details-empty = اختر حدثا من القائمة أو الخريطة أو الخط الزمني.
confidence = الثقة
why = الأسباب
told-in = ورد في
disputes = يناقضه
open-article = اقرأه في المقال
show-day = اعرض هذا اليوم
copy-quote = انسخ الجملة

articles = المقالات
reader = المقال
reader-empty = اختر حدثا، أو مقالا من القائمة.
back-to-list = كل المقالات
legend-trigger = ماذا
legend-date = متى
legend-place = أين
legend-actor = من
legend-attribution = القائل
clutter-tooltip = حشو الصفحة، لم يقرأ: { $reason }

timeline = الخط الزمني
timeline-published = النشر
timeline-density = الأحداث في اليوم
timeline-fit = ملاءمة القصة
timeline-follow = تتبع اليوم
timeline-undated = بلا تاريخ: { $n }
timeline-empty = لا شيء في هذه الأيام.
charts = الرسوم البيانية
chart-kinds = الأحداث في اليوم حسب النوع
chart-sites = المواقع تحت السيطرة
chart-back = عودة إلى الخط الزمني
playhead = اليوم المعروض

play = تشغيل
pause = إيقاف
day-back = يوم إلى الوراء
day-forth = يوم إلى الأمام
event-back = الحدث السابق
event-forth = الحدث التالي
go-start = إلى البداية
go-end = إلى النهاية
undo = تراجع
redo = إعادة
screenshot = لقطة شاشة
screenshot-saved = حفظت الصورة: { $path }
screenshot-failed = تعذر حفظ الصورة: { $reason }
copied = نسخ
language = English
language-tooltip = الواجهة بالإنكليزية
theme-light = فاتح
theme-dark = داكن
panels = اللوحات
map = الخريطة
layers = الطبقات
layer-areas = مناطق السيطرة
layer-pins = الأحداث
layer-roads = الطرق
layer-relief = التضاريس
layer-governorates = المحافظات
layer-labels = الأسماء
layer-changes = التغيرات
area-opacity = عتامة المناطق
pins-of = أحداث الخريطة
notices = ملاحظات
help = مساعدة
help-title = المفاتيح
help-day = يوم إلى الوراء أو الأمام
help-event = الحدث السابق أو التالي
help-ends = أول يوم وآخر يوم
help-play = تشغيل وإيقاف
help-screenshot = حفظ صورة
help-fit = ملاءمة الخريطة والخط الزمني
help-language = العربية والإنكليزية
help-theme = فاتح وداكن
help-undo = تراجع وإعادة
help-search = بحث
help-escape = إغلاق، إلغاء الاختيار
help-zoom = تكبير الخريطة وتصغيرها
help-list = الحدث السابق واللاحق في القائمة
help-help = هذه المساعدة
key-shift = Shift
key-ctrl = Ctrl
key-space = مسافة
key-home = Home
key-end = End
key-escape = Esc

map-approximate = تقريبي
map-km = كم
map-km2 = كم²
map-nobody = لا جهة معروفة
map-contested = متنازع عليه
map-claimed = يدعيه طرف واحد فقط
map-left = انسحب منه المسيطر
map-changed = تغيّر منذ اليوم السابق
map-faded = خالٍ أو لا أخبار عنه
map-since = منذ { $day }
map-opening = منذ ما قبل الأحداث

changelog-took = { $side }: السيطرة على { $places }
changelog-claims = { $side }: السيطرة على { $places } (بحسب روايتها)
changelog-contests = { $side }: اشتباك على { $places }
changelog-left = { $side }: انسحاب من { $places }
changelog-keeps = { $side }: تثبيت السيطرة على { $places }
changelog-between = ؛
changelog-comma = ،
changelog-more = { $places } و{ $n } غيرها
changelog-nothing = لا تغيّر في السيطرة
changelog-nobody = طرف غير مسمى
map-ghost = { $n ->
    [one] خط الجبهة في اليوم السابق
    [two] خط الجبهة قبل يومين
    [few] خط الجبهة قبل { $n } أيام
   *[other] خط الجبهة قبل { $n } يوماً
}

certainty-note = تحتسب الروايات من أول يوم ممكن
early-note = المناطق كما كانت في { $day }، مع ما ترويه هذه المقالات وحده
map-legend = السيطرة والأحداث · الألوان: { $palette }
map-area-of = المنطقة المتماثلة: { $km2 } كم²
layer-legend = مفتاح الخريطة
fronts-before = خطوط الجبهة لأيام سابقة
front-day = اليوم السابق
front-week = قبل 7 أيام
known-when = ما يحتسب
certainty-possible = منذ أول يوم ممكن
as-of-switch = المقالات المنشورة حتى يوم…
as-of-before = يوم النشر السابق
as-of-after = يوم النشر التالي
zoom-in = تكبير
zoom-out = تصغير
fit-map = ملاءمة الخريطة
find-place = انتقل إلى مكان
find-hint = الاسم بالعربية أو الإنكليزية
find-nothing = لا مكان بهذا الاسم
measure = قياس المسافات
help-pan = تحريك الخريطة
look-at-place = انظر إلى هذا المكان
open-event = الحدث
strip-claims = الروايات بترتيب الأيام ({ $n })
strip-no-claims = لا يذكر مقال من سيطر عليه.
strip-later = بعد اليوم المعروض
strip-others = أحداث أخرى هنا
strip-sites-held = المواقع تحت السيطرة
strip-for = مع: { $side }
strip-against = ضد: { $side }
strip-article-says = المقال نفسه
strip-opening-sourced = في { $day }: { $side }، بحسب مصدر معلن
strip-opening-assumed = في { $day }: { $side }، استنتاجا من جواره
says-takes = سيطرة عليه
says-takes-part = سيطرة على جزء منه
says-lost = خسارة المسيطر له
says-advances = تقدم نحوه
says-leaves = انسحاب منه
says-stands = احتفاظ به
says-denies = نفي السيطرة عليه
says-stays = لم ينسحب منها
chart-area = الأرض تحت السيطرة، كم²
chart-tolls = القتلى في اليوم، أدنى وأعلى
chart-low = على الأقل
chart-high = على الأكثر
chart-of = رسم: { $topic }
chart-other = غيرها

online-tiles = خرائط من الإنترنت…
tiles-on = خرائط من الإنترنت: { $host }
tiles-title = خرائط من الإنترنت
tiles-about = صور للأرض يرسلها خادم على الإنترنت في مربعات، وتعرض تحت مناطق السيطرة. لا تعمل قبل أن تشغلها هنا، وتتوقف بإغلاق النافذة.
tiles-address = عنوان المربعات
tiles-credit = نسبة المصدر على الخريطة
tiles-credit-hint = كما يطلبها صاحب الخادم
tiles-turn-on = شغلها واطلبها من { $host }
tiles-turn-off = إيقاف خرائط الإنترنت
tiles-cancel = دعها متوقفة
tiles-retry = أعد المحاولة
tiles-sends = ما دامت مشغلة، تطلب الخريطة من { $host } كل جزء تنظر إليه. يتلقى { $host } أرقام المربعات، أي الموضع الذي تنظر إليه ودرجة التكبير على وجه التقريب، وعنوان حاسوبك على الشبكة، واسم هذا البرنامج ({ $agent })، وقد يحتفظ بسجل لها.
tiles-keeps = لا ترسل مقالات ولا أحداث ولا مشاريع، ولا يرسل شيء قبل التشغيل.
tiles-plain = العنوان الذي يبدأ بـ http غير مشفر: يستطيع آخرون على الطريق قراءة الطلبات أيضا.
tiles-policy = خادم OpenStreetMap تموله التبرعات، وهو للاستعمال الخفيف: operations.osmfoundation.org/policies/tiles
tiles-refused-empty = اكتب عنوان خادم للخرائط، أو دع خرائط الإنترنت متوقفة.
tiles-refused-scheme = يجب أن يبدأ العنوان بـ https:// أو http://.
tiles-refused-missing = ينقص العنوان { $part }. لا بد فيه من موضع للتكبير وموضع للعمود وموضع للصف.
tiles-refused-unknown = في العنوان { $part }، ولا يستطيع هذا البرنامج ملأه. لا يكتب بين القوسين إلا التكبير والعمود والصف.
tiles-refused-host = يجب أن يكون اسم الخادم واحدا لكل المربعات، حتى يمكن القول ممن تطلبها.
tiles-refused-address = هذا عنوان لا يصلح: راجع اسم الخادم ورقم المنفذ.
tiles-trouble-client = لا يستطيع هذا الحاسوب الطلب من { $host }: { $detail }
tiles-trouble-name = لم يعثر على { $host }: لا شبكة، أو الاسم خاطئ.
tiles-trouble-unreachable = تعذر الوصول إلى { $host }: لا يجيب، أو يحجبه شيء على الطريق.
tiles-trouble-slow = تأخر جواب { $host } أكثر مما ينبغي.
tiles-trouble-untrusted = يقدم { $host } شهادة لا يثق بها هذا الحاسوب. لم يطلب منه شيء.
tiles-trouble-expired = شهادة { $host } غير صالحة اليوم. لم يطلب منه شيء.
tiles-trouble-other-name = يقدم { $host } شهادة خادم آخر. لم يطلب منه شيء.
tiles-trouble-encryption = تعذر إنشاء اتصال مشفر مع { $host }. لم يطلب منه شيء.
tiles-trouble-redirected = يحيل { $host } الطلبات إلى خادم آخر لم توافق عليه، فلم يطلب منه شيء.
tiles-trouble-denied = يرفض { $host } الطلبات (الرمز { $detail }). توقف الطلب منه.
tiles-trouble-missing = لا مربع لدى { $host } لجزء من هذا المشهد (الرمز { $detail }).
tiles-trouble-status = يجيب { $host } بخطأ (الرمز { $detail }).
tiles-trouble-not-picture = ما يرسله { $host } ليس مربع خريطة بصيغة PNG أو JPEG.
tiles-trouble-broken = انقطع الاتصال مع { $host }.

rule-opening = لم يغيره شيء منذ البداية
rule-captured = رويت السيطرة عليه على أنها واقعة
rule-claimed = لا يروي السيطرة عليه إلا الطرف الرابح
rule-confirmed = أكده مصدر ثان أو الطرف الخاسر
rule-retaken = استعادته الحكومة
rule-handed-over = سلم بلا قتال
rule-area = انتقل مع المنطقة التي يقع فيها
rule-whole-city = حي انتقل مع مدينته
rule-advance = تقدم طرف إليه أو إلى مشارفه
rule-part = سيطر طرف على جزء منه
rule-part-of-city = سيطر طرف على أحد أحيائه
rule-disputed = روايتان متكافئتان تتعارضان
rule-settled = بقيت آخر الروايتين بلا نقيض
rule-left = انسحب المسيطر ولم يذكر من خلفه
rule-followed = انسحب المسيطر وفيه خصم
rule-repelled = يروى أن المسيطر صد التقدم
rule-lapsed = تقدم لم يتبعه شيء
rule-entered = دخله طرف ولم ينقض ذلك شيء لأيام
rule-fell = روي سقوطه ولم يسم من سيطر عليه
rule-named-nearby = روي باسم جامع، ونسب إلى أقرب حلفائه المسمين
rule-pinned = ثبته محلل
