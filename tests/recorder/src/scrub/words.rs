//! The words of pseudonyms, and the words of errors.

pub(super) const FIRST: [&str; 40] = [
    "Rowan", "Linnea", "Tariq", "Odile", "Bastian", "Keiko", "Maren", "Anselm", "Yusra", "Leopold", "Ottilie", "Davit",
    "Solveig", "Iker", "Noemi", "Casimir", "Fenja", "Amadou", "Hedwig", "Teodor", "Mirela", "Joaquin", "Svea", "Ruben",
    "Aurelia", "Emeka", "Tilda", "Gaspard", "Ilse", "Nikolai", "Philippa", "Wendel", "Zofia", "Eamon", "Brisa",
    "Lucian", "Henrike", "Osman", "Verena", "Cosimo",
];

pub(super) const LAST: [&str; 40] = [
    "Thornbury",
    "Valdivia",
    "Okonkwo",
    "Lindqvist",
    "Marchetti",
    "Haverkamp",
    "Sorensen",
    "Delacroix",
    "Petrosyan",
    "Yamazaki",
    "Ferreira",
    "Kowalczyk",
    "Ashdown",
    "Bergmann",
    "Castellano",
    "Drummond",
    "Eriksen",
    "Fairweather",
    "Gallagher",
    "Horvath",
    "Ivanova",
    "Janssen",
    "Kilbride",
    "Laurent",
    "Montoya",
    "Nakagawa",
    "Oyelaran",
    "Pemberton",
    "Quennell",
    "Radcliffe",
    "Stavros",
    "Tremblay",
    "Underhill",
    "Vasquez",
    "Winterbourne",
    "Ximenes",
    "Yarrow",
    "Zielonka",
    "Ballantyne",
    "Crowhurst",
];

pub(super) const COMPANIES: [&str; 24] = [
    "Larkspur Pottery",
    "Tamarind Trading",
    "Copperbeech Tools",
    "Saltmarsh Outfitters",
    "Juniper Bindery",
    "Quarry Cycles",
    "Windrush Lighting",
    "Bramble Preserves",
    "Halyard Sails",
    "Foxglove Textiles",
    "Ember Coffee",
    "Millrace Paper",
    "Thistledown Toys",
    "Cobalt Ceramics",
    "Driftwood Joinery",
    "Marigold Seeds",
    "Ironbridge Forge",
    "Plumline Surveys",
    "Skylark Optics",
    "Vellum Stationers",
    "Nettle Botanicals",
    "Osprey Rigging",
    "Pinecone Games",
    "Slate Roofing",
];

pub(super) const STREETS: [&str; 24] = [
    "Larch Avenue",
    "Mill Pond Lane",
    "Heron Way",
    "Quince Street",
    "Ferry Terrace",
    "Tanner Row",
    "Bluebell Close",
    "Granary Road",
    "Lantern Hill",
    "Sycamore Drive",
    "Weaver Court",
    "Orchard Bank",
    "Chandler Square",
    "Plover Walk",
    "Kestrel Rise",
    "Cooper Yard",
    "Juniper Path",
    "Beacon Crescent",
    "Harvest Lane",
    "Willow Quay",
    "Anvil Street",
    "Meadow Gate",
    "Thatcher Mews",
    "Pilgrim Steps",
];

pub(super) const CITIES: [&str; 24] = [
    "Larkfield",
    "Stonebridge",
    "Port Alder",
    "Westmere",
    "Elmhaven",
    "Ravensford",
    "Saint Odo",
    "Millbrook",
    "Kingsholm",
    "Ashwater",
    "Dunmarch",
    "Brightwell",
    "Oakhurst",
    "Fernvale",
    "Harrowgate",
    "Silverton Bay",
    "Northwick",
    "Coldspring",
    "Maplewood",
    "Redcliff",
    "Thornaby",
    "Winslow",
    "Yarrowdale",
    "Greywater",
];

pub(super) const STATES: [&str; 12] = [
    "Northmark",
    "Westland",
    "Upper Vale",
    "Lakeshire",
    "Eastmoor",
    "Highfell",
    "Lower Vale",
    "Sandreach",
    "Southmark",
    "Greenshire",
    "Midlandia",
    "Coastmark",
];

pub(super) const COUNTRIES: [&str; 6] = ["Ruritania", "Freedonia", "Sylvania", "Graustark", "Zubrowka", "Genovia"];

pub(super) const LABELS: [&str; 16] = [
    "Favourite shade",
    "Parking hint",
    "Loyalty tier",
    "Preferred courier",
    "Shoe width",
    "Club number",
    "Hat band",
    "Season ticket",
    "Garden plan",
    "Workshop day",
    "Paper weight",
    "Thread count",
    "Reading list",
    "Frame finish",
    "Tasting panel",
    "Window side",
];

pub(super) const PROSE: [&str; 96] = [
    "amber", "basket", "candle", "drizzle", "elder", "fiddle", "ginger", "hollow", "indigo", "jasmine", "kettle",
    "lantern", "marble", "nutmeg", "orchid", "pebble", "quill", "ribbon", "saddle", "thimble", "umber", "velvet",
    "walnut", "yonder", "zephyr", "acorn", "bramble", "cedar", "damson", "ember", "fern", "gravel", "hazel", "ivory",
    "juniper", "kelp", "linen", "meadow", "nettle", "oatmeal", "parsley", "quartz", "russet", "sorrel", "thistle",
    "urchin", "violet", "willow", "yarrow", "zinnia", "apricot", "birch", "clover", "dahlia", "engine", "feather",
    "glimmer", "harbour", "island", "jigsaw", "kernel", "lattice", "mosaic", "needle", "oyster", "pepper", "quarry",
    "rafter", "saffron", "teapot", "upland", "vessel", "whisker", "yellow", "zigzag", "anchor", "biscuit", "copper",
    "dovetail", "eyelet", "fennel", "goblet", "hinge", "inlet", "jetty", "knot", "ladder", "mitten", "nectar", "oar",
    "pier", "quilt", "rudder", "spindle", "tassel", "bay",
];

/// The words of the API, gateways and browsers, besides those of the spec.
pub(super) const API: &str = "\
a about above accept acceptable accepted access account action active after again all allow allowed already also an \
and any api app application are argument array as at attempt authenticate authenticated authentication authorization \
authorized available back bad be because been before being below between body boolean both bounced but by call called \
calls can cannot caused change changed character characters check client closed code collection combination complete \
conflict connect connection contact contain contained containing contains content correct could count create created \
creating credentials currency current data database date decimal default delete deleted denied deprecated details did \
different digits disabled disconnect do document does done down due duplicate during each either element email empty \
enabled encoding end enter entity entries entry error errors exactly exceed exceeded exceeds exist existing exists \
expected expired external fail failed failure feature few field fields file filter filters find first float forbidden \
form format forms found from full gateway gone greater group has have header headers here how html http https id ids \
if implemented import in incorrect index information input insufficient integer internal into invalid is it item items \
its json key language large last later least length less level limit list long longer look maintenance malformed many match may \
media message method minimum maximum minutes missing moment more most moved must name network new no none not nothing \
null number object of off on once one only oops operation or order other our out over page parameter parameters parse \
parsing password path payload permanently permission permissions permitted please policy positive post precondition \
problem process processed processing property provide provided proxy put query quota range rate read reason received \
record refused registered rejected reload remove removed request requested requests require required requirement \
requires reserved reset resource response retry retrying right same scope scopes seconds secure security see send sent \
server service session should short since size slow some something soon sorry source specified standard start state \
status still storage store stores string subscriber success successful suspended support supported syntax system \
taken temporarily temporary text than that the their them then there these they this those through time timeout timed \
title to token too try type unable unauthorized unavailable under undefined unexpected unfortunately unique unknown \
unprocessable unsupported until up update updated updating upgrade upstream url us use used user using valid validate \
validation value values version violation was way we were what when where whether which while whole will with within \
without write wrong xml you your zero doctype http/1.1 nginx cloudflare openresty varnish akamai bigcommerce ray \
oauth i'm teapot reasons legal";

/// Ordinary words of sentences about errors. Words that are also names are left out as far as possible.
pub(super) const ENGLISH: &str = "\
abort aborted absent according achieve across actual actually add added adding addition address addresses \
administrator affected ago ahead allocated allowing alone along alphanumeric although always ambiguous among another \
anything apart apis appear appears applied apply approved area aside ask asked asks assign assigned associated \
attached attempted attempting attempts authorize automatically avoid away balance batch batches become begin begins \
behind belong belongs beside better beyond blank block blocked bracket break brief broke bulk busy cached cancel \
canceled cancelled capacity cart case catalog cause certain checked checking checkout choice choose chosen clear \
codes column come comes comma compare compatible completed conflicting conflicts connected consist consistent \
consists consumed contacts context continue contradict contradicts convert correctly corresponding corrupt corrupted \
country criteria css csv cursor customer customers cut day days dead deadline decode decoded defined depend depends \
describe deserialize detail determine developer directly disallowed docs documentation dropped duplicated duplicates \
edit effect eight eligible else encoded encountered ended ends enough ensure entered entirely equal equals even event \
ever every everything example examples exceeding except exclude excluded exclusive execute executed executing \
exhausted existed expect expecting expects expire expires explicit expression extra false fault fetch fifth filled \
filtered fine finished five fix flag follow followed following follows forth four fourth free frequently fully \
further gb general get gets getting give given gives gmt go goes going good got granted grants graphql guess guesses \
guid had half handle handled happen happened happens hash having held help hence her high higher his hold holds hour \
hours however identical identifier identifiers identify ignore ignored ill immediately impossible inactive include \
included includes including incomplete individual initial inner insert inserted inside instance instead intended \
interrupted invalidated ip issue issues itself join just kb keep keeps kept kind know known lack lacks latest leave \
leaves left letter letters like likely limited limits line lines link linked links listed lists load loaded loading \
locale located location lock locked log logged login lookup lost lot low lower lowercase made main make makes making \
manage manually mapped marked matched matches matching mb mean means mention merge merged metafield metafields might \
mind minimal minute mismatch mistake mixed mode modified modify month months moreover mostly move mr mrs ms multiple \
mutually naming nd near necessary need needed needs neither never newer next nine nobody nor normal note notice now \
nowhere numbers numeric obsolete occur occurred occurring odd offered offset often ok okay older omit omitted ones \
ongoing onto opened opens operations optional options org others otherwise outdated outside overlap overlapping own \
owned owner pages pair parent parsed part partial partially parts pass passed past pattern paused payment pending per \
perform performed period permit persist persists phone pick picked place placed plain plan point points possible \
postal preferred prefix present previous previously prior private problems produced product profile progress properly \
protected provider providing public purpose quickly quite quotes raised random ratelimit rates rather rd reach \
reached reaches reading ready really recent recently recognised recognized recommended redirect redirected refer \
reference referenced references refuse refuses regarding register reject related relation release remain remaining \
remains rename renamed repeat repeated replace replaced reply report reported represent requesting requiring resolve \
resolved resources respond responded responding responses rest restart restricted result results resume retried \
retries return returned returning returns revoked role rolled room rule rules run running s safe save saved saving \
schema scheme scrubbed sealed search second secret seem seems seen segment segments select selected sending separate \
separated separately sequence serialize served services set sets setting settings settle seven several shall share \
shared she shop show shown shows shut sign signed similar simple simply single situation six skip skipped slot \
smaller so soft sole someone sometimes somewhere space spaces special specific specify spent ssl st stale started \
starting starts stated statement stay stays step steps stop stopped stored storefront strict strings strong structure \
style submit submitted subscribers such suffix suitable supplied supply supposed sure symbol symbols tag tags take \
takes taking target task team tell ten terminated terms test th thing things think third though three throttled \
throttling timeouts tls together total trailing transaction transfer treated tried tries trigger triggered true \
truncated trust trying turn turned twice two types typo unallowed unassigned unauthenticated unchanged undone \
unexpectedly unhandled unit units unlike unlock unlocked unmatched unnecessary unreachable unreadable unrecognised \
unrecognized unresolved unsaved unset untouched upper uppercase uri urls useful users uses usual usually utc utf uuid \
v validated validating validator valued variable various verified verify very via view violated violates visible \
visit wait waiting want wanted warning web webhook webhooks website week weeks well went who whom whose why window \
wish wishlist won word words work worked working works would writing written year years yes yesterday yet yours \
yourself zone";

/// Countries as the API names them, separated by bars.
pub(super) const REAL_COUNTRIES: &str = "\
Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|\
Barbados|Belarus|Belgium|Belize|Benin|Bermuda|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei Darussalam|\
Bulgaria|Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|\
Croatia|Cuba|Cyprus|Czech Republic|Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador|Eritrea|\
Estonia|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Gibraltar|Greece|Greenland|Grenada|Guatemala|\
Guinea|Guyana|Haiti|Honduras|Hong Kong|Hungary|Iceland|India|Indonesia|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|\
Kazakhstan|Kenya|Kuwait|Kyrgyzstan|Latvia|Lebanon|Lesotho|Liberia|Liechtenstein|Lithuania|Luxembourg|Macao|Madagascar|\
Malawi|Malaysia|Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|\
Namibia|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|Norway|Oman|Pakistan|Panama|Papua New Guinea|Paraguay|\
Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russian Federation|Rwanda|Samoa|San Marino|Saudi Arabia|\
Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|Spain|Sri Lanka|\
Sudan|Suriname|Sweden|Switzerland|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad and Tobago|Tunisia|Turkey|\
Turkmenistan|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu|Venezuela|\
Viet Nam|Vietnam|Yemen|Zambia|Zimbabwe|Korea, Republic of|\
Moldova, Republic of|Tanzania, United Republic of|Iran, Islamic Republic of|Palestine, State of";
