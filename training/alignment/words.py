"""General words for what a picture shows, and the ImageNet classes that they cover; and the moods that photographs were sorted by."""

from __future__ import annotations

import numpy as np

# First and last class of each run; single classes stand alone.
GENERAL: dict[str, list[int | tuple[int, int]]] = {
    "fish": [(0, 6), (389, 397)],
    "shark": [(2, 4)],
    "bird": [(7, 24), (80, 100), (127, 146)],
    "owl": [24],
    "duck": [97, 98],
    "frog": [(30, 32)],
    "turtle": [(33, 37)],
    "lizard": [(38, 48)],
    "snake": [(52, 68)],
    "spider": [(72, 77)],
    "reptile": [(33, 68)],
    "insect": [(300, 326)],
    "butterfly": [(321, 326)],
    "beetle": [(300, 307)],
    "crab": [(118, 121), 125],
    "whale": [147, 148],
    "dog": [(151, 268)],
    "puppy": [(151, 268)],
    "wolf": [(269, 275)],
    "fox": [(277, 280)],
    "cat": [(281, 285)],
    "kitten": [(281, 285)],
    "big cat": [(286, 293)],
    "bear": [(294, 297)],
    "rabbit": [(330, 332)],
    "horse": [339, 603],
    "pig": [(341, 343)],
    "cow": [(345, 347)],
    "sheep": [348, 349],
    "deer": [(350, 353)],
    "monkey": [(366, 382)],
    "ape": [(365, 369)],
    "elephant": [101, 385, 386],
    "panda": [387, 388],
    "animal": [(0, 397)],
    "car": [436, 468, 511, 609, 627, 656, 661, 717, 751, 817],
    "truck": [555, 569, 675, 717, 864, 867],
    "bus": [654, 779, 874],
    "train": [466, 547, 705, 820, 829],
    "bicycle": [444, 671],
    "motorcycle": [665, 670],
    "vehicle": [403, 404, 407, 408, 436, 466, 468, 511, 555, 569, 609, 627, 654, 656, 661, 665, 670, 671, 675, 705, 717, 734, 751, 779, 817, 820, 829,
                864, 866, 867, 874],
    "aeroplane": [404, 895],
    "boat": [472, 484, 554, 576, 625, 780, 814, 871, 914],
    "ship": [403, 510, 628, 724],
    "building": [425, 449, 483, 497, 498, 580, 663, 668, 698, 832, 853, 858],
    "church": [497, 663, 668],
    "castle": [483, 698],
    "bridge": [821, 839, 888],
    "shop": [415, 424, 454, 467, 509, 582, 788, 860, 865],
    "furniture": [423, 493, 495, 526, 532, 548, 559, 564, 703, 765, 831, 857, 894],
    "chair": [423, 559, 765, 857],
    "bed": [520, 564],
    "computer": [508, 527, 590, 620, 664, 782],
    "telephone": [487, 528, 707],
    "clock": [409, 530, 531, 826, 892],
    "musical instrument": [401, 402, 420, 432, 486, 513, 541, 546, 558, 566, 579, 593, 594, 641, 642, 683, 684, 687, 699, 776, 822, 875, 881, 889],
    "guitar": [402, 546],
    "piano": [579, 881],
    "bottle": [440, 720, 737, 898, 907],
    "ball": [429, 430, 522, 574, 722, 747, 768, 805, 852, 890],
    "weapon": [413, 471, 499, 657, 763, 764],
    "hat": [439, 452, 515, 808],
    "shoes": [502, 514, 630, 770, 774],
    "food": [(924, 969), (927, 935)],
    "fruit": [(948, 957)],
    "vegetable": [(936, 947)],
    "cup": [504, 968],
    "mountain": [970, 980],
    "cliff": [972],
    "coast": [975, 976, 977, 978],
    "lake": [975],
    "beach": [977, 978],
    "sea": [973, 977, 978],
    "valley": [979],
    "flower": [985, 986],
    "mushroom": [947, (991, 997)],
    "web page": [916],
}  # fmt: skip


def groups() -> np.ndarray:
    """[words, classes], 1 where a general word covers a class."""
    result = np.zeros((len(GENERAL), 1000), np.float32)
    for row, parts in enumerate(GENERAL.values()):
        for part in parts:
            first, last = part if isinstance(part, tuple) else (part, part)
            result[row, first : last + 1] = 1
    return result


# What the pictures of some of OASIS' themes show, in the words above: the encoder has never seen them.
SHOWN: dict[str, str] = {
    "bear": "bear", "bird": "bird", "crow": "bird", "pigeon": "bird", "horse": "horse", "horseracing": "horse", "lamb": "sheep", "lion": "big cat",
    "tiger": "big cat", "monkey": "monkey", "orangutan": "ape", "gorrila": "ape", "pig": "pig", "shark": "shark", "wolf": "wolf", "dogattack": "dog",
    "scaredcat": "cat", "rooster": "bird", "beach": "beach", "lake": "lake", "car": "car", "coffee": "cup", "cups": "cup", "dessert": "food",
    "food": "food", "flowers": "flower", "sunflower": "flower", "phone": "telephone", "sailing": "boat", "bottle": "bottle", "soccer": "ball",
    "weapon": "weapon", "bed": "bed",
}  # fmt: skip

# What is not in pictures of a category of OASIS, in words of GENERAL; "animals" stands for all words for animals. And what a theme's pictures
# may hold nonetheless, so that they are not asked after it.
ANIMALS = tuple(GENERAL)[: tuple(GENERAL).index("animal") + 1]
ABSENT: dict[str, str] = {
    "Animal": "food, fruit, vegetable, computer, telephone, clock, musical instrument, guitar, piano, bottle, weapon, shoes, cup, bed, chair,"
    " aeroplane, ship, bus, train, web page, mushroom",
    "Person": "animals, lake, valley, cliff, mushroom, web page, train, bus, ship",
    "Scene": "animals, food, fruit, vegetable, computer, telephone, musical instrument, guitar, piano, bottle, weapon, shoes, cup, bed, hat,"
    " mushroom, web page",
    "Object": "animals, lake, valley, cliff",
}
MAY_HOLD: dict[str, str] = {
    "bar": "bottle, cup, food, hat", "birthday": "food, cup, bottle, fruit, hat", "camping": "animals, lake, valley, cliff, food, cup, bottle, bed",
    "soldiers": "weapon, hat, animals, shoes", "garbagedump": "animals, bottle, food, fruit, vegetable", "nature": "animals, mushroom, fruit",
    "grass": "animals", "sunflower": "animals", "graveyard": "animals", "cemetery": "animals", 
    "rubberduck": "animals", "gargoyle": "animals", "statue": "animals", "ornament": "animals", "wall": "animals", "shot": "animals, weapon",
    "parade": "animals", "archery": "animals, lake, valley", "picnic": "animals, lake", "cliffdiver": "cliff, lake, valley", "hanggliding": "valley, cliff, lake",
    "rockclimbing": "cliff, valley", "rafting": "valley, lake, cliff", "swimming": "lake", "skier": "valley, cliff", "parasailing": "lake, cliff",
    "parachuting": "valley, lake", "gazing": "lake, valley, cliff, animals", "yoga": "lake, valley", "frisbee": "animals", "childlabor": "animals, food, fruit",
    "barbeque": "animals, lake", "father": "animals, lake", "mother": "animals, lake", "house": "animals", "jail": "bed, shoes",
    "prison": "bed, animals, shoes", "party": "animals", "funeral": "hat, shoes", "wedding": "hat, food, shoes, animals", "memorial": "hat, animals",
    "cold": "animals, lake, valley, cliff", "dirt": "animals, mushroom", "pollution": "animals, bottle", "flood": "animals", "dessert": "animals, lake",
    "fire": "animals, hat", "toast": "animals, lake", "destruction": "animals, bed", "research": "animals, bottle, computer, hat", "neutralpose": "hat, shoes",
    "happypose": "hat, shoes, animals", "musician": "animals", "windmill": "animals, lake", "keyboard": "animals", "storage": "animals",
}  # fmt: skip


def absent(category: str, theme: str) -> list[str]:
    """What a picture of OASIS can be asked after that is not in it, where its theme has no word of its own."""
    each = lambda listed: [word for part in listed.split(", ") if part for word in (ANIMALS if part == "animals" else (part,))]  # noqa: E731
    may_hold = each(MAY_HOLD.get(theme, ""))
    return [word for word in each(ABSENT[category]) if word not in may_hold]


# Words for people, whom no class of ImageNet covers: taught by OASIS' own category.
PEOPLE = ("person", "people", "human being")

# Names of OASIS' themes that go with each mood; the mood of a picture is that of its theme.
MOODS: dict[str, str] = {
    "gloomy": "sadface sadpose miserableface miserablepose depressedface depressedpose frustratedpose funeral graveyard cemetery memorial"
    " jail prison childlabor hangover boredpose pollution",
    "cheerful": "happyface happypose excitedface smilingface dancing wedding birthday party picnic parade cheerleader tickling mother father"
    " frisbee toast present rubberduck collaboration rainbow sunflower dessert bubble band barbeque",
    "peaceful": "lake beach sunset grass nature flowers sunflower sky snow dock sailing waterfall horse lamb yoga massage sleepypose gazing"
    " pinecone camping",
    "frightening": "tornado thunderstorm lightning volcano destruction fire flood carcrash caraccident planecrash shark dogattack wolf"
    " scaryface scaredface angryface weapon shot torturechamber skinhead soldiers gargoyle",
}  # fmt: skip


def moods(themes: np.ndarray) -> np.ndarray:
    """[pictures, moods], true where a picture's theme (such as Scene/lake) goes with the mood."""
    names = [str(theme).split("/")[-1].lower() for theme in themes]
    return np.array([[name in words.split() for words in MOODS.values()] for name in names])
