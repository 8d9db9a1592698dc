import type { DemoPractice } from './practice-text.ts';

export const BRIDGE_CLASSES: DemoPractice = {
  key: 'bridge-classes',
  author: 'dilnoza',
  source: 'uz-Latn',
  state: 'published',
  facts: {
    country: 'UZ',
    scope: 'regional',
    themes: ['education', 'community'],
    target_groups: ['children', 'adolescents'],
    stages: ['rehabilitation', 'reintegration'],
    from_year: 2021,
    to_year: null,
    cost_band: 'low',
    evidence: {
      measured_before_and_after: true,
      results_better: true,
      enough_people: true,
      comparison_group: true,
      described_to_repeat: true,
      costs_told: true,
      worked_elsewhere: true,
      followed_six_months: true,
    },
    maturity: {
      criteria: [
        'effective',
        'sustainable',
        'gender_sensitive',
        'feasible',
        'participatory',
        'repeatable',
      ],
      places: 6,
      in_a_norm: true,
    },
    studies: [
      {
        intervention: 'catch_up_learning',
        outcome: 'school_attendance',
        design: 'comparison',
        direction: 'better',
        people: 148,
        year: 2024,
        source:
          'Two school years, six districts with and six without classes; report of the institute, 2024',
      },
      {
        intervention: 'catch_up_learning',
        outcome: 'belonging',
        design: 'interviews',
        direction: 'better',
        people: 32,
        year: 2024,
        source: 'Talks with pupils and teachers, 2024',
      },
    ],
  },
  texts: {
    title: [
      'Bridge classes: one year to catch up within the neighbourhood school',
      'Переходные классы: год, чтобы догнать программу в школе рядом с домом',
      'Koʻprik sinflar: mahalla maktabida bir yilda dasturga yetib olish',
    ],
    one_line: [
      'Small mixed groups catch up in the afternoon and sit in their own class in the morning.',
      'Небольшие смешанные группы занимаются после уроков, а утром дети учатся в своём классе.',
      'Kichik aralash guruhlar tushdan keyin shugʻullanadi, ertalab esa bolalar oʻz sinfida oʻqiydi.',
    ],
    summary: [
      'Children who missed years of school join the class of their age at once. In the afternoon groups of at most eight, half of them neighbours, catch up in reading, mathematics and the language of teaching. A teacher and a tutor share each group. After a year nine of ten children follow the lessons without extra help, and nobody is known in the school as "the returned".',
      'Дети, пропустившие годы учёбы, сразу приходят в класс своих ровесников. После уроков в группах до восьми человек, половина которых соседские дети, они догоняют чтение, математику и язык обучения. Группу ведут учитель и тьютор. Через год девять из десяти детей успевают без дополнительной помощи, и никого в школе не называют «вернувшимся».',
      'Oʻqishdan yillab qolgan bolalar darhol oʻz tengdoshlari sinfiga qoʻshiladi. Tushdan keyin sakkiz kishigacha boʻlgan, yarmi qoʻshni bolalardan iborat guruhlarda oʻqish, matematika va taʼlim tilida yetib olishadi. Guruhni oʻqituvchi va tyutor birga olib boradi. Bir yildan soʻng oʻn boladan toʻqqiztasi qoʻshimcha yordamsiz ulguradi, maktabda hech kim «qaytgan» deb atalmaydi.',
    ],
    partners: [
      "District education offices, neighbourhood schools, parents' councils",
      'Районные отделы образования, школы, родительские советы',
      'Tuman taʼlim boʻlimlari, mahalla maktablari, ota-onalar kengashlari',
    ],
    problem: [
      'Children came home without school papers and up to six years behind. Separate classes kept them apart; sitting in a lower grade with much younger children shamed them.',
      'Дети вернулись без школьных документов и с отставанием до шести лет. Отдельные классы отделяли их от других, а младший класс заставлял стыдиться.',
      'Bolalar maktab hujjatlarisiz va olti yilgacha ortda qolib qaytdi. Alohida sinflar ularni boshqalardan ajratdi, quyi sinfda esa ular uyaldi.',
    ],
    change_idea: [
      'A child that belongs to a class of its age learns for its friends; catching up happens beside school life, not instead of it.',
      'Ребёнок, который учится с ровесниками, тянется за друзьями; он догоняет программу рядом со школьной жизнью, а не вместо неё.',
      'Oʻz tengdoshlari bilan oʻqigan bola doʻstlariga intiladi; yetib olish maktab hayoti oʻrniga emas, u bilan yonma-yon boradi.',
    ],
    steps: [
      '1. A talk and short tasks show which grade fits (two days). 2. The class teacher prepares a place and a companion (one week). 3. Afternoon groups, four times a week, for nine months. 4. Every month teacher, tutor and parents look at what the child can do. 5. The group ends when the child keeps up for two months.',
      '1. Беседа и короткие задания показывают, какой класс подходит (два дня). 2. Классный руководитель готовит место и напарника (неделя). 3. Группы после уроков, четыре раза в неделю, девять месяцев. 4. Раз в месяц учитель, тьютор и родители смотрят, что ребёнок уже умеет. 5. Группа заканчивается, когда ребёнок два месяца успевает сам.',
      '1. Suhbat va qisqa topshiriqlar qaysi sinf mosligini koʻrsatadi (ikki kun). 2. Sinf rahbari joy va sherik tayyorlaydi (bir hafta). 3. Darsdan keyingi guruhlar haftasiga toʻrt marta, toʻqqiz oy. 4. Har oy oʻqituvchi, tyutor va ota-ona bola nimani bilishini koʻrib chiqadi. 5. Bola ikki oy oʻzi ulgursa, guruh tugaydi.',
    ],
    staffing: [
      'One teacher and one tutor for eight children; three days of training, supervision once a month.',
      'Один учитель и один тьютор на восемь детей; три дня подготовки, супервизия раз в месяц.',
      'Sakkiz bolaga bitta oʻqituvchi va bitta tyutor; uch kunlik tayyorgarlik, oyda bir marta superviziya.',
    ],
    legal_basis: [
      'Right to education without school papers; order of the ministry on bridge classes.',
      'Право на обучение без школьных документов; приказ министерства о переходных классах.',
      'Maktab hujjatlarisiz taʼlim olish huquqi; vazirlikning koʻprik sinflar haqidagi buyrugʻi.',
    ],
    tools: [
      'Tasks to find the grade, a plan for the month, a sheet for parents with pictures.',
      'Задания для определения класса, план на месяц, лист для родителей с картинками.',
      'Sinfni aniqlash topshiriqlari, oylik reja, ota-onalar uchun rasmli varaq.',
    ],
    safeguards: [
      'Where a child comes from is known to the head of school alone. Tutors know whom to call when a child is in danger. No list of names leaves the school.',
      'Откуда приехал ребёнок, знает только директор. Тьюторы знают, к кому обратиться, если ребёнку угрожает опасность. Списки имён не покидают школу.',
      'Bola qayerdan kelganini faqat maktab rahbari biladi. Tyutorlar bola xavf ostida boʻlsa kimga murojaat qilishni biladi. Ismlar roʻyxati maktabdan chiqmaydi.',
    ],
    results: [
      '148 children in two school years: 134 followed lessons without help after nine months; attendance 93 % against 81 % in districts without such classes.',
      '148 детей за два учебных года: 134 через девять месяцев успевали без помощи; посещаемость 93 % против 81 % в районах без таких классов.',
      'Ikki oʻquv yilida 148 bola: 134 nafari toʻqqiz oydan keyin yordamsiz ulgurdi; davomat 93 %, bunday sinflar boʻlmagan tumanlarda 81 %.',
    ],
    did_not_work: [
      'Groups in holidays: few came. Adolescents over 15 asked for evening classes with a trade instead. Two schools changed tutors too often and fell behind.',
      'Группы на каникулах: приходили немногие. Подростки старше 15 просили вечерние занятия с профессией. В двух школах тьюторы часто менялись, и результаты были хуже.',
      'Taʼtildagi guruhlar: kam bola keldi. 15 yoshdan katta oʻsmirlar kasb bilan kechki mashgʻulot soʻradi. Ikki maktabda tyutorlar tez-tez almashdi va natija past boʻldi.',
    ],
    transfer_conditions: [
      'A school within walking distance, a tutor paid for nine months, a rule that admits children without papers.',
      'Школа в пешей доступности, оплата тьютора на девять месяцев, правило о приёме детей без документов.',
      'Piyoda boriladigan maktab, toʻqqiz oyga toʻlanadigan tyutor, hujjatsiz bolalarni qabul qilish qoidasi.',
    ],
    how_to_adopt: [
      'Choose two schools; train one tutor each; agree the rule with the education office; begin with eight children; look at it after three months.',
      'Выбрать две школы; подготовить по тьютору; согласовать правило с отделом образования; начать с восьми детей; оценить через три месяца.',
      'Ikki maktab tanlang; har biriga tyutor tayyorlang; taʼlim boʻlimi bilan qoidani kelishing; sakkiz bola bilan boshlang; uch oydan keyin baholang.',
    ],
    sources: [
      'Report of the institute on two school years, 2024; handbook for tutors, second edition.',
      'Отчёт института о двух учебных годах, 2024; пособие для тьюторов, второе издание.',
      'Institutning ikki oʻquv yili haqidagi hisoboti, 2024; tyutorlar uchun qoʻllanma, ikkinchi nashr.',
    ],
    contact: [
      'Department of learning of the institute, through the editors of this library',
      'Отдел обучения института, через редакцию библиотеки',
      'Institutning taʼlim boʻlimi, kutubxona tahririyati orqali',
    ],
  },
};
