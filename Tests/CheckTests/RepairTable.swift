/// What editors repaired after publishing, sorted by hand: the repair's and its hunk's number, its kind, and the check that
/// finds it. It is as long as there are hunks.
///
/// - `fault`: a program can know it before; `-` where no check here does.
/// - `net`: only the page that is linked to tells: its title, that it has moved, that it is gone.
/// - `late`: something was added that came too late. `wording`: a person's judgement of words.
/// - `second-thoughts`: something was taken out, moved, or put back. `same-page`: the page reads the same.
/// - `follows`: another hunk of the repair mends the fault, this one comes with it.
enum RepairTable {
    static let text = """
        1.1 net
        2.1 fault template-comment
        3.1 late
        4.1 second-thoughts
        4.2 wording
        5.1 fault -
        6.1 wording
        7.1 late
        8.1 second-thoughts
        9.1 fault duplicate-link
        10.1 fault placeholder-left
        11.1 fault placeholder-left
        12.1 fault not-an-issue
        12.2 follows
        12.3 follows
        12.4 follows
        12.5 follows
        12.6 follows
        12.7 follows
        12.8 follows
        12.9 follows
        12.10 follows
        12.11 follows
        12.12 follows
        12.13 follows
        12.14 follows
        13.1 fault odd-backticks
        14.1 fault placeholder-left
        14.2 fault placeholder-left
        15.1 fault duplicate-link
        16.1 same-page
        16.2 fault empty-section
        16.3 fault broken-list
        16.4 same-page
        16.5 fault empty-section
        16.6 same-page
        16.7 same-page
        17.1 fault placeholder-left
        17.2 fault placeholder-left
        18.1 wording
        19.1 wording
        20.1 fault -
        20.2 late
        20.3 fault template-comment
        22.1 fault template-comment
        22.2 fault template-comment
        24.1 fault duplicate-section
        25.1 fault unknown-place-code
        26.1 fault placeholder-left
        26.2 fault placeholder-left
        27.1 fault none-beside-entries
        28.1 wording
        29.1 fault placeholder-left
        30.1 wording
        31.1 fault split-link
        31.2 same-page
        31.3 same-page
        32.1 same-page
        32.2 fault duplicate-link
        33.1 second-thoughts
        33.2 second-thoughts
        34.1 net
        35.1 fault malformed-url
        36.1 fault placeholder-left
        37.1 second-thoughts
        38.1 fault malformed-url
        39.1 fault placeholder-left
        40.1 fault empty-section
        41.1 fault placeholder-left
        42.1 late
        43.1 fault misspelt-section
        44.1 fault missing-tag
        44.2 second-thoughts
        45.1 fault template-comment
        45.2 fault template-comment
        46.1 wording
        47.1 fault template-comment
        47.2 fault template-comment
        48.1 fault missing-blank-line
        49.1 fault template-comment
        49.2 fault template-comment
        50.1 net
        51.1 fault event-past
        51.2 late
        51.3 fault event-past
        51.4 fault event-past
        51.5 late
        51.6 fault event-past
        51.7 late
        52.1 fault broken-list
        53.1 fault event-outside-window
        53.2 fault event-outside-window
        54.1 late
        54.2 late
        55.1 fault empty-link-text
        56.1 fault house-rule
        57.1 late
        58.1 second-thoughts
        59.1 fault misspelt-name
        60.1 fault placeholder-left
        61.1 fault event-past
        61.2 fault placeholder-left
        62.1 fault tag-order
        62.2 follows
        63.1 fault -
        66.1 net
        67.1 fault placeholder-left
        68.1 net
        69.1 same-page
        70.1 net
        71.1 fault template-comment
        71.2 follows
        71.3 fault template-comment
        71.4 fault template-comment
        72.1 fault template-comment
        73.1 fault template-comment
        73.2 fault template-comment
        74.1 late
        74.2 late
        74.3 late
        74.4 late
        74.5 late
        74.6 late
        75.1 fault placeholder-left
        76.1 fault split-link
        77.1 fault placeholder-left
        77.2 fault placeholder-left
        78.1 wording
        79.1 fault template-comment
        79.2 wording
        79.3 fault template-comment
        79.4 wording
        79.5 fault placeholder-left
        80.1 fault duplicate-link
        81.1 follows
        81.2 fault broken-list
        82.1 fault house-rule
        83.1 fault odd-backticks
        84.1 late
        84.2 late
        85.1 fault closed-call
        86.1 fault tag-order
        86.2 follows
        86.3 wording
        87.1 fault unknown-place-code
        87.2 fault unknown-place-code
        88.1 fault unknown-place-code
        88.2 fault unknown-place-code
        89.1 fault brackets-in-url
        90.1 fault broken-list
        91.1 wording
        93.1 fault unknown-place-code
        94.1 fault unknown-place-code
        94.2 fault unknown-place-code
        95.1 fault placeholder-left
        96.1 fault unknown-place-code
        96.2 fault unknown-place-code
        97.1 fault placeholder-left
        98.1 fault unknown-place-code
        99.1 fault year-off
        100.1 fault broken-list
        100.2 fault broken-list
        101.1 fault tag-order
        101.2 follows
        102.1 follows
        102.2 net
        103.1 fault odd-backticks
        104.1 second-thoughts
        105.1 fault placeholder-left
        106.1 fault missing-blank-line
        107.1 second-thoughts
        108.1 second-thoughts
        109.1 fault duplicate-link
        110.1 fault unknown-place-code
        111.1 fault unknown-place-code
        111.2 fault unknown-place-code
        112.1 fault unknown-place-code
        113.1 fault tracking-parameter
        114.1 fault self-link
        115.1 fault name-differs-from-url
        116.1 fault placeholder-left
        117.1 fault split-link
        118.1 fault unknown-place-code
        119.1 fault list-indentation
        119.2 fault list-indentation
        119.3 fault list-marker
        119.4 fault list-marker
        119.5 fault list-marker
        119.6 fault list-marker
        119.7 fault list-marker
        119.8 fault list-marker
        119.9 fault list-marker
        119.10 fault list-marker
        119.11 fault list-marker
        119.12 fault list-marker
        119.13 fault list-marker
        119.14 fault list-marker
        119.15 fault list-indentation
        119.16 fault list-indentation
        119.17 fault list-indentation
        119.18 fault list-marker
        119.19 fault list-indentation
        119.20 fault list-marker
        119.21 fault list-indentation
        119.22 fault list-marker
        119.23 fault list-indentation
        119.24 fault list-marker
        119.25 fault list-marker
        119.26 fault list-marker
        119.27 fault list-marker
        119.28 fault list-marker
        119.29 fault list-marker
        119.30 fault list-indentation
        119.31 fault list-marker
        119.32 fault list-marker
        119.33 fault list-marker
        119.34 fault list-marker
        119.35 fault list-indentation
        119.36 fault list-marker
        119.37 fault list-marker
        119.38 fault list-marker
        119.39 fault list-indentation
        119.40 fault list-marker
        119.41 fault list-marker
        119.42 fault list-marker
        119.43 fault list-marker
        119.44 fault list-marker
        119.45 fault list-indentation
        119.46 fault list-marker
        119.47 fault list-marker
        119.48 fault list-marker
        119.49 fault list-marker
        119.50 fault list-marker
        119.51 fault list-indentation
        120.1 second-thoughts
        121.1 second-thoughts
        122.1 fault missing-tag
        122.2 fault missing-tag
        123.1 fault event-outside-window
        124.1 fault placeholder-left
        125.1 fault indented-heading
        126.1 fault indented-heading
        126.2 fault indented-heading
        126.3 fault indented-heading
        126.4 fault indented-heading
        126.5 fault indented-heading
        127.1 wording
        128.1 net
        129.1 fault house-rule
        129.2 same-page
        129.3 second-thoughts
        130.1 fault split-link
        131.1 fault list-indentation
        132.1 fault placeholder-left
        133.1 fault broken-list
        134.1 fault split-link
        134.2 fault split-link
        135.1 late
        135.2 late
        136.1 fault placeholder-left
        137.1 wording
        138.1 fault indented-heading
        138.2 fault indented-heading
        138.3 fault indented-heading
        138.4 fault indented-heading
        138.5 fault indented-heading
        138.6 fault indented-heading
        """
}
