extension Country {
    /// The countries of ISO 3166-1 by the continent under which weeklies list them: the two-letter code, the
    /// three-letter code and the usual English name.
    ///
    /// From the time-zone database's iso3166.tab (public domain). Turkey and Cyprus are listed with Europe, where their
    /// communities meet; a publication may list any country elsewhere. ``otherContinents`` has those that are on two
    /// continents.
    static let table: [Continent: String] = [
        .africa: """
        AO AGO Angola
        BF BFA Burkina Faso
        BI BDI Burundi
        BJ BEN Benin
        BW BWA Botswana
        CD COD Democratic Republic of the Congo
        CF CAF Central African Republic
        CG COG Republic of the Congo
        CI CIV Côte d’Ivoire
        CM CMR Cameroon
        CV CPV Cape Verde
        DJ DJI Djibouti
        DZ DZA Algeria
        EG EGY Egypt
        EH ESH Western Sahara
        ER ERI Eritrea
        ET ETH Ethiopia
        GA GAB Gabon
        GH GHA Ghana
        GM GMB Gambia
        GN GIN Guinea
        GQ GNQ Equatorial Guinea
        GW GNB Guinea-Bissau
        KE KEN Kenya
        KM COM Comoros
        LR LBR Liberia
        LS LSO Lesotho
        LY LBY Libya
        MA MAR Morocco
        MG MDG Madagascar
        ML MLI Mali
        MR MRT Mauritania
        MU MUS Mauritius
        MW MWI Malawi
        MZ MOZ Mozambique
        NA NAM Namibia
        NE NER Niger
        NG NGA Nigeria
        RE REU Réunion
        RW RWA Rwanda
        SC SYC Seychelles
        SD SDN Sudan
        SH SHN St Helena
        SL SLE Sierra Leone
        SN SEN Senegal
        SO SOM Somalia
        SS SSD South Sudan
        ST STP São Tomé and Príncipe
        SZ SWZ Eswatini
        TD TCD Chad
        TG TGO Togo
        TN TUN Tunisia
        TZ TZA Tanzania
        UG UGA Uganda
        YT MYT Mayotte
        ZA ZAF South Africa
        ZM ZMB Zambia
        ZW ZWE Zimbabwe
        """,
        .antarctica: """
        AQ ATA Antarctica
        BV BVT Bouvet Island
        HM HMD Heard Island and McDonald Islands
        TF ATF French Southern Territories
        """,
        .asia: """
        AE ARE United Arab Emirates
        AF AFG Afghanistan
        AM ARM Armenia
        AZ AZE Azerbaijan
        BD BGD Bangladesh
        BH BHR Bahrain
        BN BRN Brunei
        BT BTN Bhutan
        CN CHN China
        GE GEO Georgia
        HK HKG Hong Kong
        ID IDN Indonesia
        IL ISR Israel
        IN IND India
        IO IOT British Indian Ocean Territory
        IQ IRQ Iraq
        IR IRN Iran
        JO JOR Jordan
        JP JPN Japan
        KG KGZ Kyrgyzstan
        KH KHM Cambodia
        KP PRK North Korea
        KR KOR South Korea
        KW KWT Kuwait
        KZ KAZ Kazakhstan
        LA LAO Laos
        LB LBN Lebanon
        LK LKA Sri Lanka
        MM MMR Myanmar
        MN MNG Mongolia
        MO MAC Macau
        MV MDV Maldives
        MY MYS Malaysia
        NP NPL Nepal
        OM OMN Oman
        PH PHL Philippines
        PK PAK Pakistan
        PS PSE Palestine
        QA QAT Qatar
        SA SAU Saudi Arabia
        SG SGP Singapore
        SY SYR Syria
        TH THA Thailand
        TJ TJK Tajikistan
        TL TLS Timor-Leste
        TM TKM Turkmenistan
        TW TWN Taiwan
        UZ UZB Uzbekistan
        VN VNM Vietnam
        YE YEM Yemen
        """,
        .europe: """
        AD AND Andorra
        AL ALB Albania
        AT AUT Austria
        AX ALA Åland Islands
        BA BIH Bosnia and Herzegovina
        BE BEL Belgium
        BG BGR Bulgaria
        BY BLR Belarus
        CH CHE Switzerland
        CY CYP Cyprus
        CZ CZE Czechia
        DE DEU Germany
        DK DNK Denmark
        EE EST Estonia
        ES ESP Spain
        FI FIN Finland
        FO FRO Faroe Islands
        FR FRA France
        GB GBR United Kingdom
        GG GGY Guernsey
        GI GIB Gibraltar
        GR GRC Greece
        HR HRV Croatia
        HU HUN Hungary
        IE IRL Ireland
        IM IMN Isle of Man
        IS ISL Iceland
        IT ITA Italy
        JE JEY Jersey
        LI LIE Liechtenstein
        LT LTU Lithuania
        LU LUX Luxembourg
        LV LVA Latvia
        MC MCO Monaco
        MD MDA Moldova
        ME MNE Montenegro
        MK MKD North Macedonia
        MT MLT Malta
        NL NLD Netherlands
        NO NOR Norway
        PL POL Poland
        PT PRT Portugal
        RO ROU Romania
        RS SRB Serbia
        RU RUS Russia
        SE SWE Sweden
        SI SVN Slovenia
        SJ SJM Svalbard and Jan Mayen
        SK SVK Slovakia
        SM SMR San Marino
        TR TUR Turkey
        UA UKR Ukraine
        VA VAT Vatican City
        XK XKX Kosovo
        """,
        .northAmerica: """
        AG ATG Antigua and Barbuda
        AI AIA Anguilla
        AW ABW Aruba
        BB BRB Barbados
        BL BLM St Barthelemy
        BM BMU Bermuda
        BQ BES Caribbean NL
        BS BHS Bahamas
        BZ BLZ Belize
        CA CAN Canada
        CR CRI Costa Rica
        CU CUB Cuba
        CW CUW Curaçao
        DM DMA Dominica
        DO DOM Dominican Republic
        GD GRD Grenada
        GL GRL Greenland
        GP GLP Guadeloupe
        GT GTM Guatemala
        HN HND Honduras
        HT HTI Haiti
        JM JAM Jamaica
        KN KNA Saint Kitts and Nevis
        KY CYM Cayman Islands
        LC LCA St Lucia
        MF MAF Saint Martin
        MQ MTQ Martinique
        MS MSR Montserrat
        MX MEX Mexico
        NI NIC Nicaragua
        PA PAN Panama
        PM SPM St Pierre and Miquelon
        PR PRI Puerto Rico
        SV SLV El Salvador
        SX SXM Sint Maarten
        TC TCA Turks and Caicos Is
        TT TTO Trinidad and Tobago
        US USA United States
        VC VCT St Vincent
        VG VGB British Virgin Islands
        VI VIR U.S. Virgin Islands
        """,
        .oceania: """
        AS ASM American Samoa
        AU AUS Australia
        CC CCK Cocos Islands
        CK COK Cook Islands
        CX CXR Christmas Island
        FJ FJI Fiji
        FM FSM Micronesia
        GU GUM Guam
        KI KIR Kiribati
        MH MHL Marshall Islands
        MP MNP Northern Mariana Islands
        NC NCL New Caledonia
        NF NFK Norfolk Island
        NR NRU Nauru
        NU NIU Niue
        NZ NZL New Zealand
        PF PYF French Polynesia
        PG PNG Papua New Guinea
        PN PCN Pitcairn
        PW PLW Palau
        SB SLB Solomon Islands
        TK TKL Tokelau
        TO TON Tonga
        TV TUV Tuvalu
        UM UMI US minor outlying islands
        VU VUT Vanuatu
        WF WLF Wallis and Futuna
        WS WSM Samoa
        """,
        .southAmerica: """
        AR ARG Argentina
        BO BOL Bolivia
        BR BRA Brazil
        CL CHL Chile
        CO COL Colombia
        EC ECU Ecuador
        FK FLK Falkland Islands
        GF GUF French Guiana
        GS SGS South Georgia and the South Sandwich Islands
        GY GUY Guyana
        PE PER Peru
        PY PRY Paraguay
        SR SUR Suriname
        UY URY Uruguay
        VE VEN Venezuela
        """,
    ]

    /// The second continent of countries that are on two, by code.
    static let otherContinents: [String: Continent] = [
        "AM": .europe, "AZ": .europe, "BQ": .southAmerica, "CC": .asia, "CW": .southAmerica, "CX": .asia, "CY": .asia,
        "EG": .asia, "GE": .europe, "GS": .antarctica, "HM": .oceania, "KZ": .europe, "RU": .asia, "TR": .asia,
        "TT": .southAmerica,
    ]
}
