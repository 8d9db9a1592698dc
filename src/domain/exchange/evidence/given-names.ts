/**
 * Given names that are frequent where this exchange is used, Latin and Cyrillic, without marks. Those
 * that are names of places as well (Jordan, Georgia, Victoria) are left out.
 */
const LATIN = `
abdulla abdullo abror adiba akmal akbar alisher amina amir anvar asal asiya aziz aziza bahodir bahrom baxtiyor
bekzod bobur botir davron diyora dilbar dildora dilfuza dilnoza dilshod dilorom doniyor elyor farhod farida
farrux feruza fotima gavhar gulchehra gulnora gulnoz gulsanam gulshan hasan hilola husan iroda islom jahongir
jamshid jasur javlon kamola karim komil lola madina mahliyo malika maryam mavluda mohira muazzam muhammad
munira murod nafisa nargiza nasiba nigora nilufar nodir nodira nozima odil oybek oydin oyniso ozoda parviz
qobil ravshan rayhona ruxshona rustam sabohat saida salim sanjar sardor sarvar sevara shahlo shahnoza shavkat
sherzod shohida shoira shuhrat sitora sobir sojida tohir ulugbek umid umida yulduz zarina zebo zilola ziyoda
zuhra aigerim aidar aizhan ainura aliya almaz asel azamat baurzhan bolot daniyar dinara erlan gulmira kanat
madina marat nazgul nurbek nurlan saltanat samal timur zhanna zulfiya firuz jamshed mehrangez nigina zafar
ahmad ahmed ali amal asma fatima fatma hamid hassan hussein ibrahim khalid khadija layla mahmoud mariam mohamed
mohammed mustafa nadia noor nur omar osman rahim salma samir sara yasmin yusuf zahra zainab
aleksandr aleksey alexander alexei alina anastasia andrei andrey anna anton artem boris daria denis dmitri dmitry
ekaterina elena evgeny galina igor irina ivan katarina konstantin ksenia larisa liudmila lyudmila marina mikhail
natalia natalya nikolai nina oksana oleg olga pavel polina roman sergei sergey sofia stanislav svetlana tatiana
tatyana valentina vera viktor vladimir yana yelena yuri yulia
anneke anders barbara catherine christine daniel david elizabeth emma eva francesca hans heike jan johanna john
jose juan karin klaus laura lukas maria marie markus martin mary michael monika peter petra pierre robert sarah
stefan susanne thomas ursula wolfgang priya rahul amit anita deepa farah siti aminah kumar lakshmi meena rajesh
ravi sanjay sunita suresh wei meilin siew ahmad nurul aisyah`;

const CYRILLIC = `
абдулла азиз азиза айгерим айдар айнура алексей александр алина алишер алия амина анастасия анвар андрей анна антон
артем асель бахтиер бахтияр борис вера виктор владимир галина гулмира гульмира гулнора гульнора дания данияр дарья
денис дилноза дильноза дилором динара дмитрий екатерина елена ерлан жамшид жанна зарина зафар зухра иван игорь
ирина камола карим ксения лариса лола людмила мадина малика марат марина мария марям мехри михаил мухаммад надежда
наргиза насиба наталья нигора нилуфар нина нодира нодир нурбек нурлан оксана олег ольга ойбек павел полина равшан
рустам саида салим светлана севара сергей софия сухроб тамара татьяна тимур умида умид фарида фарход фатима феруза
хасан хусан шавкат шахноза шерзод шохида юлдуз юлия юрий якуб яна`;

export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `${LATIN} ${CYRILLIC}`.split(/\s+/).filter((name) => name !== ''),
);
