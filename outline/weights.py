"""The numbers of the reading: what each oddity costs.

A cost of 0 is what authors do; 1 is a small oddity; 3 and more is something that one sees once in a long document.
outline/costs.py says when each is charged.
"""

# --- one candidate by itself: by form, then by place -----------------------------------------------------------------
# START (of a paragraph), LINE, STOP 。, COLON ：, SEMICOLON ；, COMMA ， 、, SPACE, INSIDE (a clause)

REJECT = {
    "part": (6.0, 1.0, 0.5, 1.0, 1.0, 0.2, 0.0, 0.0),
    "head": (2.5, 1.2, 1.2, 1.2, 1.2, 0.6, 0.3, 0.2),
    "bare": (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "verbal": (2.0, 1.2, 1.2, 1.4, 1.4, 0.8, 0.5, 0.2),
    "word": (1.4, 0.8, 1.2, 1.4, 1.4, 0.8, 0.4, 0.2),
    "pair": (1.4, 1.0, 1.4, 1.4, 1.4, 1.2, 0.8, 0.8),
    "sign": (2.0, 1.2, 1.2, 1.4, 1.4, 0.8, 0.8, 0.5),
}
"""Leaving a candidate out: what an author would have had to mean by it otherwise."""
ACCEPT = {
    "part": (0.0, 1.5, 0.8, 0.6, 0.6, 0.8, 3.0, 3.0),
    "head": (0.0, 0.5, 0.2, 0.1, 0.1, 1.2, 0.8, 1.5),
    "bare": (0.3, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0),
    "verbal": (0.0, 0.2, 0.0, 0.0, 0.0, 0.2, 0.6, 1.2),
    "word": (0.2, 0.3, 0.2, 0.2, 0.2, 0.2, 0.6, 0.8),
    "pair": (0.0, 0.2, 0.0, 0.0, 0.0, 0.1, 0.3, 0.3),
    "sign": (0.0, 0.2, 0.1, 0.0, 0.0, 0.3, 0.3, 0.5),
}
"""Taking it for a marker in this place."""
REJECT_TITLE = {"heading_marked": 4.0, "heading_led": 0.9, "heading_plain": 0.9, "heading_enclosed": 1.6}
"""Leaving an unnumbered heading out: marked by Markdown, ending in a colon, by its layout, a document's title."""
SUCCESSOR = 0.4
"""A marker with a higher number than 1 is charged this part: it seldom comes alone."""
ALONE = 0.5
"""Leaving out, more, a heading that stands alone in its paragraph."""
DOUBTFUL = {"verbal": 0.3, "word": 1.3, "head": 2.0}
"""Taking for a marker what prose often has: 一看就, 最后我, 一、二线城市."""

# --- a list as a whole ---------------------------------------------------------------------------------------------

OPEN = 1.0
OPEN_ANNOUNCED = 0.4
"""A list after a colon, or after a sentence that says how many follow."""
OPEN_TITLE = 0.6
BARE = 1.0
"""A list of bare numbers, 1 and a blank: it may be a table."""
BARE_ANNOUNCED = 0.3
LONELY = {"part": 0.3, "title": 0.3, "head": 0.4, "bare": 2.0, "verbal": 1.5, "sign": 1.5, "word": 3.0, "pair": 3.0}
"""A list that ends with one member."""
LONELY_INLINE = 1.5
RUNS_ON_BELOW_TITLE = 0.2
"""Numbers that run on below the next unnumbered heading, in place of OPEN."""
RESUMES = 1.5
"""An outermost list that had ended goes on."""
RUNS_ON = 0.3
"""A list that does not begin with 1 but goes on where one of its style stopped, under another parent."""
JUMPS = 1.8
"""It goes on further ahead: question 16 after question 5."""
LATE = 2.0
"""A list that begins with another number than 1, of a style not met before: an extract."""
LATE_NOUN = 0.5
"""The same of a noun's: 专栏5 in its chapter."""
LATE_AGAIN = 3.0
"""The same of a style met before."""
LATE_EACH = 0.05
"""For each number that is missing at the start."""

# --- where a list hangs --------------------------------------------------------------------------------------------

SAME_FAMILY = 2.5
"""A style nests in itself."""
SAME_FAMILY_INSIDE = 0.5
"""The same, inside the paragraph of the outer member: 二要…主要是三块：一是…"""
INVERSION = 0.4
"""For each rank by which the inner style is the outer one in GB/T 9704-2012."""
PLACED = 0.5
"""Less, where a list of this style hung under one of that style before."""
FOREIGN_HEAD = 0.3
"""A list inside an unmarked paragraph below a heading that has text of its own."""
FOREIGN_COMPACT = 1.2
"""The same below the last member of a list whose members have one paragraph each."""
FOREIGN_POINT_NEXT = 0.3
"""A list of paragraphs right below a point that has text of its own."""
FOREIGN_POINT_FRESH = 0.9
"""The same with an unmarked paragraph between: this one belongs to the section, so its list does."""
FOREIGN_POINT = 1.0
"""A list inside an unmarked paragraph below such a point."""
FOREIGN_INLINE = 4.0
"""A list in a later paragraph than the member that is to hold it: lists inside a paragraph end with it."""
COMPLETE = 0.8
"""A list under the last member of a list that is one sentence, after the end of this sentence."""
SECOND = 0.4
"""A second list of points of the same style under one parent."""
SECOND_INSIDE = 1.5
"""The same, inside the paragraph of the last member."""
RESTART = 1.2
"""The numbers of headings begin again."""
SWITCH_SECTION = 1.0
"""A list of headings ends and one of another style follows in its place."""
SWITCH_OUTWARD = 0.6
"""The same, the new style being the outer one and beginning late: an extract."""
SWITCH_POINT = 0.4
"""A list of points ends and one of another style follows in its place."""
SWITCH_INWARD = 1.5
"""The same, the new style being the inner one."""
SWITCH_TITLE = 0.3
"""An unnumbered heading ends a list."""
TITLE_UNDER_ITEM = 1.0
"""An unnumbered heading below a member that has text of its own."""
ENCLOSED_UNDER_ITEM = 3.0
"""The title of an enclosed document below a numbered node, if not right below its heading."""
MARK_TURNED_ROUND = 3.0
"""A heading with no fewer Markdown # than its parent's."""

# --- the next member -----------------------------------------------------------------------------------------------

GAP = 1.5
"""A number is missing."""
GAP_EACH = 0.4
"""For each number that is."""
DOUBLED = 2.0
"""A number comes twice."""
DOUBLED_POINT = 1.1
"""The same in a list of points."""
MISTYPED = 2.6
"""A number makes no sense at the start of a paragraph, in the place of the next one."""
LOST_NUMBER = 1.7
"""An unnumbered heading in the place of the next member."""
OTHER_DELIMITER = 0.3
"""1. after 1、; 二要 after 一是."""
OTHER_FAMILY = 0.7
"""第二 after 首先."""
MORE_THAN_ANNOUNCED = {"word": 1.5, "number": 1.0}
"""A member after as many as the text announced: 最后 may close the speech, 三是 is a third."""
MOVED_INSIDE = 1.0
"""A list of paragraphs goes on inside a paragraph."""
MOVED_FAR_INSIDE = 1.7
"""The same, not even in the paragraph of its last member."""
MOVED_OUT = 1.5
"""A list inside a paragraph goes on with paragraphs."""
OTHER_PARAGRAPH = 1.5
"""A list inside a paragraph goes on inside another one."""
OTHER_CHAPTER = 0.5
"""3.1 after 2.4 where 3 has no heading of its own."""
BELOW_ITS_NUMBER = -0.5
"""1.1 right below 1."""
NOT_BELOW_ITS_NUMBER = 4.0
"""2.1 below 1."""

# --- the end of the outline ------------------------------------------------------------------------------------------

CLOSE = 0.0
"""Closing words end every open list."""
GO_ON_AFTER_CLOSING = 0.5
"""They do not: the numbers go on."""
