"""Sentences of our own in three languages, one beside the other, that bodies of generated works are made from."""

LANGUAGES = ("en", "ru", "kk")

Said = tuple[str, str, str]

SENTENCES: tuple[Said, ...] = (
    (
        "Member States cooperate gradually and voluntarily, and each chooses the activities in which it takes part.",
        "Государства-члены сотрудничают постепенно и добровольно, и каждое само выбирает мероприятия для участия.",
        "Мүше мемлекеттер біртіндеп әрі ерікті түрде ынтымақтасады және қатысатын іс-шараларын өздері таңдайды.",
    ),
    (
        "Nothing in this text affects the rights and obligations of Member States under other agreements.",
        "Ничто в настоящем тексте не затрагивает прав и обязательств государств-членов по другим соглашениям.",
        "Осы мәтіндегі ешнәрсе мүше мемлекеттердің өзге келісімдер бойынша құқықтары мен міндеттерін қозғамайды.",
    ),
    (
        "Experience shows that short common outlines are compared more readily than long national reports.",
        "Опыт показывает, что краткие общие схемы сопоставлять легче, чем пространные национальные доклады.",
        "Тәжірибе көрсеткендей, көлемді ұлттық баяндамалардан гөрі қысқа ортақ үлгілерді салыстыру оңайырақ.",
    ),
    (
        "Contact persons who remain in touch between meetings carry cooperation further than single events.",
        "Контактные лица, поддерживающие связь между встречами, продвигают сотрудничество дальше разовых мероприятий.",
        "Кездесулер арасында байланыста болатын тұлғалар ынтымақтастықты жеке іс-шаралардан гөрі ілгерілетеді.",
    ),
    (
        "The Secretariat makes the results known to all Member States and keeps a list of what was agreed.",
        "Секретариат доводит результаты до сведения всех государств-членов и ведет перечень договоренностей.",
        "Хатшылық нәтижелерді барлық мүше мемлекетке жеткізеді және уағдаластықтардың тізімін жүргізеді.",
    ),
    (
        "What is done on one side of a border loses part of its effect where nothing corresponds to it on the other.",
        "Сделанное по одну сторону границы отчасти теряет свое действие, если другой стороне нечем на это ответить.",
        "Шекараның бір жағында істелген іске екінші жағында ештеңе сай келмесе, оның әсері азаяды.",
    ),
    (
        "A State that knows how its neighbours act has less reason to doubt their intentions.",
        "Государство, которому известно, как действуют соседи, имеет меньше оснований сомневаться в их намерениях.",
        "Көршілерінің қалай әрекет ететінін білетін мемлекеттің олардың ниетіне күмәндануға негізі аз болады.",
    ),
    (
        "Costs of travel are borne by those who take part, and local costs by the organizer.",
        "Путевые расходы несут участники, а расходы на месте проведения несет организатор.",
        "Жол шығындарын қатысушылар, ал өткізілетін жердегі шығындарды ұйымдастырушы көтереді.",
    ),
    (
        "Any Member State may propose further activities or carry out its own.",
        "Любое государство-член может предложить новые мероприятия или проводить собственные.",
        "Кез келген мүше мемлекет жаңа іс-шаралар ұсына алады немесе өз іс-шараларын өткізе алады.",
    ),
    (
        "The order of the directions expresses no priority, and work may begin with any of them.",
        "Порядок направлений не означает их очередности, и работу можно начать с любого из них.",
        "Бағыттардың реті олардың басымдығын білдірмейді, жұмысты олардың кез келгенінен бастауға болады.",
    ),
    (
        "Small projects that are carried out build more confidence than large ones that are only announced.",
        "Осуществленные небольшие проекты укрепляют доверие больше, чем крупные, о которых лишь объявлено.",
        "Жүзеге асырылған шағын жобалар тек жарияланған ірі жобалардан гөрі сенімді көбірек нығайтады.",
    ),
    (
        "Lessons learned are gathered in writing and considered at the next meeting of experts.",
        "Извлеченные уроки обобщаются в письменном виде и рассматриваются на следующей встрече экспертов.",
        "Алынған сабақтар жазбаша түрде жинақталып, сарапшылардың келесі кездесуінде қаралады.",
    ),
    (
        "Information is provided in a form that allows it to be compared and that discloses nothing confidential.",
        "Информация предоставляется в виде, который допускает сопоставление и не раскрывает ничего конфиденциального.",
        "Ақпарат салыстыруға болатын және құпия ештеңені ашпайтын түрде ұсынылады.",
    ),
    (
        "Working languages are English and Russian, and the organizer may provide interpretation into others.",
        "Рабочими языками являются английский и русский, организатор может обеспечить перевод и на другие языки.",
        "Жұмыс тілдері — ағылшын және орыс тілдері, ұйымдастырушы өзге тілдерге аударманы қамтамасыз ете алады.",
    ),
    (
        "The first draft is sent to all Member States by 31 March 2027 at the latest.",
        "Первый проект направляется всем государствам-членам не позднее 31 марта 2027 года.",
        "Алғашқы жоба барлық мүше мемлекетке 2027 жылғы 31 наурыздан кешіктірілмей жіберіледі.",
    ),
    (
        "In each of the courses at least 12 experts of six Member States took part.",
        "В каждом из курсов приняли участие не менее 12 экспертов из шести государств-членов.",
        "Әр курсқа алты мүше мемлекеттен кемінде 12 сарапшы қатысты.",
    ),
    (
        "As clause 2.9 of the decision suggests, the plan names a time for each of its items.",
        "Как предлагается в пункте 2.9 решения, в плане указывается срок по каждому мероприятию.",
        "Шешімнің 2.9-тармағында ұсынылғандай, жоспарда әрбір іс-шараның мерзімі көрсетіледі.",
    ),
    (
        "Coordinators should keep the Senior Officials Committee informed of the progress made.",
        "Координаторам следует информировать Комитет старших должностных лиц о достигнутом прогрессе.",
        "Үйлестірушілердің қол жеткен нәтижелер туралы Аға лауазымды тұлғалар комитетін хабардар еткені жөн.",
    ),
    (
        "Avelor and Corvane have offered to receive the participants of the first visits.",
        "Авелор и Корвейн предложили принять участников первых поездок.",
        "Авелор мен Корвейн алғашқы сапарларға қатысушыларды қабылдауды ұсынды.",
    ),
)

ITEMS: tuple[Said, ...] = (
    (
        "exchange of information on legislation and practice;",
        "обмен информацией о законодательстве и практике;",
        "заңнама мен тәжірибе туралы ақпарат алмасу;",
    ),
    (
        "joint programmes on matters of common concern;",
        "совместные программы по вопросам общего интереса;",
        "ортақ мүддедегі мәселелер бойынша бірлескен бағдарламалар;",
    ),
    (
        "training of specialists and exchange of expertise;",
        "подготовка специалистов и обмен экспертными знаниями;",
        "мамандар даярлау және сараптамалық біліммен алмасу;",
    ),
    ("comparison of methods of observation;", "сопоставление методов наблюдения;", "бақылау әдістерін салыстыру;"),
    (
        "contacts among competent authorities;",
        "контакты между компетентными органами;",
        "құзыретті органдар арасындағы байланыстар;",
    ),
    ("a common list of contact persons;", "общий перечень контактных лиц;", "байланыс тұлғаларының ортақ тізімі;"),
    (
        "visits by experts at the invitation of a State;",
        "поездки экспертов по приглашению государства;",
        "мемлекеттің шақыруы бойынша сарапшылардың сапарлары;",
    ),
)
"""Items of a list, to be followed by a last one."""

LAST: Said = ("public awareness.", "информирование общественности.", "жұртшылықты хабардар ету.")

THEMES: tuple[Said, ...] = (
    ("Exchange of experience", "Обмен опытом", "Тәжірибе алмасу"),
    ("Training of specialists", "Подготовка специалистов", "Мамандар даярлау"),
    ("Joint observation", "Совместное наблюдение", "Бірлескен бақылау"),
    ("Public awareness", "Информирование общественности", "Жұртшылықты хабардар ету"),
)

HEADINGS: tuple[Said, ...] = (
    ("Meeting of specialists", "Встреча специалистов", "Мамандар кездесуі"),
    ("Collection of practice", "Сборник практики", "Тәжірибе жинағы"),
    ("Training course", "Учебный курс", "Оқу курсы"),
    ("Pilot project", "Пилотный проект", "Пилоттық жоба"),
    ("Joint summary", "Совместное резюме", "Бірлескен түйіндеме"),
    ("Online seminar", "Онлайн-семинар", "Онлайн-семинар"),
)

QUOTE: Said = (
    "Cooperation should begin with modest steps and be open to every Member State.",
    "Сотрудничество следует начинать с небольших шагов и сделать открытым для каждого государства-члена.",
    "Ынтымақтастықты шағын қадамдардан бастап, оны әрбір мүше мемлекет үшін ашық еткен жөн.",
)

NOTE: Said = (
    "The list is kept by the Secretariat.",
    "Перечень ведет Секретариат.",
    "Тізімді Хатшылық жүргізеді.",
)

TABLE: tuple[tuple[Said, Said], ...] = (
    (("Matter", "Вопрос", "Мәселе"), ("Arrangement", "Порядок", "Тәртіп")),
    (("Participation", "Участие", "Қатысу"), ("Open to all", "Открыто для всех", "Барлығына ашық")),
    (("Costs", "Расходы", "Шығындар"), ("Shared", "Разделяются", "Бөлісіледі")),
    (("Results", "Результаты", "Нәтижелер"), ("In one month", "В течение месяца", "Бір ай ішінде")),
)

OPENING: Said = (
    (
        "The Secretariat of the Conference on Interaction and Confidence Building Measures in Asia (CICA) presents its "
        "compliments to the CICA Member States and has the honour to forward the papers named below."
    ),
    (
        "Секретариат Совещания по взаимодействию и мерам доверия в Азии (СВМДА) свидетельствует свое уважение "
        "государствам-членам СВМДА и имеет честь препроводить указанные ниже документы."
    ),
    (
        "Азиядағы өзара іс-қимыл және сенім шаралары кеңесінің (Азия Кеңесінің) Хатшылығы Азия Кеңесінің мүше "
        "мемлекеттеріне өзінің зор ілтипатын білдіреді және төменде аталған құжаттарды жолдауды өзіне мәртебе санайды."
    ),
)

CLOSING: Said = (
    (
        "The Secretariat avails itself of this opportunity to renew to the CICA Member States the assurances of its "
        "highest consideration."
    ),
    (
        "Секретариат пользуется случаем, чтобы возобновить государствам-членам СВМДА уверения в своем весьма высоком "
        "уважении."
    ),
    (
        "Хатшылық осы мүмкіндікті пайдалана отырып, Азия Кеңесінің мүше мемлекеттеріне өзінің зор ілтипатын тағы да "
        "растайды."
    ),
)

TITLES: dict[str, Said] = {
    "notice": ("Notice of Intention", "Уведомление о намерении", "Ниет туралы хабарлама"),
    "mandate": ("Mandate of the Coordinator", "Мандат координатора", "Үйлестірушінің мандаты"),
    "concept-paper": ("Concept Paper", "Концепция", "Тұжырымдама"),
    "action-plan": ("Action Plan", "План действий", "Іс-қимыл жоспары"),
    "note-verbale": ("Papers Forwarded", "Препровождаемые документы", "Жолданатын құжаттар"),
}

STATES: tuple[tuple[str, Said], ...] = (
    ("XA", ("Avelor", "Авелор", "Авелор")),
    ("XB", ("Belmara", "Бельмара", "Бельмара")),
    ("XC", ("Corvane", "Корвейн", "Корвейн")),
    ("XD", ("Delmont", "Дельмонт", "Дельмонт")),
)
"""States that do not exist, so that no generated act is ascribed to one that does."""
