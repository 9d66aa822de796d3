"""Everyday English words that are spelled right, so that no repair turns them into something else."""

EVERYDAY = frozenset(
    """
    able about above accept across act active actually add address advice afford after again against age agree air alarm album alert
    alive alone along already although always amazing among amount angry animal another answer any anyone anything apart appear
    area arm army around arrive arrived art article ask asked asleep attack aunt autumn available avoid awake away awesome awful
    baby back bad bag ball balloon band bang bank bark base basic basket bath beach bean bear beat beautiful became because become
    bedroom been before began begin behind being believe bell below bench beside best better beyond big bird birth bit bite
    black blame bless blind blood blow blue board boat body boil bomb bone boot born borrow boss both bottle bottom bought bowl box boy
    boyfriend brain brake branch brand brave break breath bridge brief bright bring brother brought brown brush build building burn bus
    business busy button buyer call called calm came camera camp candle capital captain care careful carry case cash cast castle
    catch caught cause cell center central century certain chance change changed chapter charge chase chat cheap check cheer chest chief
    choice choose city claim classic clean clear clever click climb clock close closed cloth cloud coach coast coat cold collect college
    color come comes coming comment company complete concern confirm connect contact contain continue control cook cool copy corner correct
    could count counter country couple course court cousin cover crazy create cross crowd cry cup cure curious custom cut
    damage danger dark data daughter dead deal dear death decide deep degree deny depend describe desert detail develop die died
    difference different difficult dirty discuss distance divorce doing done door double doubt down draw dream dress drew drive driver
    drop dropped drove drug dry due during dust duty each ear early earth ease east easy edge effect effort eight either else empty end
    ended engine enjoy enough enter entire equal error escape even evening event ever every everyone everything exact example except
    excited excuse exercise exist expect expensive explain express extra face fact fail fair fall false famous far farm fast fat father favorite
    fear feed feel feeling feet fell felt fence few field fight figure file fill filled final find fine finger finish finished fire firm first fit fix
    flat float floor flow fly follow fool foot force forest forever forget forgot form forward found four free fresh friend friends front
    full funny future gain gallon garden gate gave general gentle get gets getting ghost giant girl girlfriend give given gives giving glad glass
    goal goes going gold gone good got government grade grand grass gray great green grew ground group grow guard guess guest guide gun guy
    guys habit half hall hand handle hang happen happened happens happy hard has hate have having head hear heard heart heat heavy
    height held hell helped her here hers herself hide high hill him himself his history hit hold hole hope horse hospital host hot hour house
    however huge human hundred hungry hunt hurry hurt husband idea ignore imagine important inside instead interest into invite iron island
    issue item itself jail job join joke judge jump jury just keep kept key kick kill kind king kiss kitchen knee knew knife knock know known
    lack lady lake land language large last late later laugh law lazy lead leaf learn least leather leave leaves left leg lend length less let letter
    level library lie life lift light like limit line lion lip list listen little live lived lives living load loan local lock lonely long look looking
    lose loss lost lot lots loud love low lower luck lucky lunch mad made mail main major make makes making male man manager many map mark market
    married master match mate math matter maybe mean means meant measure meet meeting member memory men mention mess message met method middle
    might mile mind mine minor minute miss missed mistake mix model modern moment money moon more morning most mother mountain mouse mouth move
    moved movie much murder music must myself name narrow nature near nearly neck need needs neighbor neither never new news nice night nobody
    noise none noon normal north nose note nothing notice now number nurse object odd off offer office often old once one only open opinion
    option order other ought our ours out outside over own owner pace pack page pain pair pan panel paper parent park part particular partner party
    pass passed password past path patient pause peace people perfect perhaps period person phone photo pick picked piece pilot pipe place plain plan plane
    planet plant play player please plenty point poem police polite pool poor possible post pound power practice prefer prepare press pretty
    prevent price prices print prison private prize problem process product promise proper protect proud prove public pull purpose push put quality queen
    question quick quickly quiet quit quite race radio rain raise raised ran rate rather reach read ready real really reason record red reduce regular
    relax remain remember remove repeat reply rescue respect rest result rich ride right ring rise risk river road robot rock role
    roll roof room root rope rough round row rule rules run running rush sad safe said sail same sand sat save saw say says scale scared school science
    score screen sea search season seat second secret see seed seem seen sell send sense sent serious serve set seven several shadow shake shall
    shame shape share sharp she sheet shine ship shock shop short shot should shoulder shout show shown shut sick side sign silent silly silver
    similar simple since sing singer single sister sit six size skill skin sky sleep slept slow small smart smell smile smoke smooth snow
    social soft sold soldier solve some somebody someone something sometimes son song soon sorry sort soul sound soup south space speak special
    speech speed spell spend spirit spoke sport spot spread spring square staff stage stand star start started state station stay stayed steal steel step
    stick still stone stood stop store storm story straight strange street strong student stuff stupid style subject success such sudden
    summer sun sure surprise sweet swim switch system table take taken takes taking talk tall tank taste taught teach teacher team tear
    tell ten term terrible test text than that the their them themselves then there these they thick thin thing things think third this those
    though thought thousand three threw through throw thus tie tight time times tiny tire tired title to today together told tomorrow
    tone tonight too took top total touch tough tour toward tower town track trade traffic train translate travel treat tree trial trick tried trouble
    truck true trust truth try trying turn turned twenty twice twin two type ugly uncle under understand uniform union unit until up upon upset
    use used useful user usual valley value van various version very via victory video view village visit voice vote wait waiting wake walk wall want
    wanted war warm warn wash watch way weak wear weather wedding week weight weird welcome well went were west wet what when where
    which while whisper white who whole whom whose why wide wife wild win wind window winner winter wire wise wish with within without woke
    woman women won wonder wood word words work worker works world worry worse worst worth would write writer wrong wrote yard yeah year yellow yes yet
    young your yours yourself zone bread coast coats beard board boast goats boats books boots roots moots coal
    costume customs receive reception deceive believe relieve tents dents rents vents bents cents scent dinner diner winner thinner sinner
    budget nudge judge batch patch match catch watch latch grocer monthly mouthy
    debit timer haven checked doesn couldn wouldn weren youre scheduled sided convert playing updated seattle changing spain unblock broken healthy freezer
    germany created sending plugs route increased withdrawn issued thai reversed bake expired activated familiar spare properly deliver spelled tries
    removed fry jason charles suppose brad serviced rated steven sprint hearing reminded blank heading taxed tempe forth typed stating pleased rats filed
    remainder metal tier stored salmon powder liked decreased plates closet logging fishy electronic terminated trapped safer delivers sprite monkey
    edict relocate coded supplied creater studios quito dine tent juno replay butte cleaned taped prepared broiler broker erased colour boost tack gator stopping
    homer carne milky crash marc vacancies cloudy named fort italia billy tunes dancer annul revise slave shore hale liter doin ridge batter stats
    starring closer clarity fined clearing happend cryto marital spite supplier deleted generated transported sale mandy waiter waitress barista writer
    sister sitter setter butler cutter latter letter litter matter potter better bitter cheat chest crust burst boast roast toast feast
    chain chair stair flair grain brain train plain spain strain sprain cable table stable fable maple apple ample simple sample temple
    shirt skirt short snort sport spurt spirt start smart chart heart hearts parts party dirty forty sorry worry carry marry hurry curry
    found sound round bound pound mound wound ground around brown crown drown clown town gown lower tower power flower shower slower
    meal deal seal veal steal real peal heal zeal pear bear wear tear year gear dear near fear hear steer deer beer peer cheer
    coin join loin point joint paint faint saint taint print sprint plant slant grant chant scent spear speak sneak steak streak creak
    pill bill mill hill kill fill till will skill spill still drill grill thrill chill frill quill trill pull full dull gull null bull
    mole pole role sole hole whole stole vole cole dole rule mule pile tile file mile smile while vile aisle isle agile
    convert concert consort comfort effort escort export expert import report resort retort support transport airport passport
    approve improve disprove prove remove shove stove glove clove above dove love move grove drove strove wove cove
    musk twitter tweets stock stocks shares market markets banana paradox
    bitcoin egg jazz poem capital everest jets lens lend bend mend tend fend panic picnic pilot trader border
    """.split()
)
