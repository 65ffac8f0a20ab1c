"""What a taste is told in: the engine's readings, and what pictures show. Each topic has the direction in which vectors move with it, all
others held: ridge regression of vectors on standardised topics, over rated and unrated photographs alike; no rating takes part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .person import FARTHEST

# As the engine's naming of what is shown: logits are divided by this before the softmax.
TEMPERATURE = 0.5
Classes = tuple[tuple[int, int], ...]
# Numbers of ImageNet classes, both ends included; a topic's value is their probabilities together.
SHOWN: dict[str, Classes] = {
    "dog": ((151, 268),),
    "cat": ((281, 285),),
    "wild-animal": ((101, 106), (269, 280), (286, 299), (330, 388)),
    "bird": ((7, 24), (80, 100), (127, 146)),
    "reptile": ((25, 68),),
    "insect": ((69, 79), (300, 326)),
    "sea-creature": ((0, 6), (107, 126), (147, 150), (327, 329), (389, 397)),
    "flower": ((984, 986),),
    "mushroom": ((947, 947), (991, 997)),
    "fruit": ((948, 957),),
    "food": ((923, 947), (958, 969)),
    "water": ((460, 460), (536, 536), (718, 718), (973, 973), (975, 978)),
    "mountain": ((970, 970), (972, 972), (979, 980)),
    "building": (
        (425, 425), (437, 437), (442, 442), (449, 449), (483, 483), (497, 498), (500, 500), (538, 538), (624, 624), (663, 663), (668, 668),
        (682, 682), (698, 698), (727, 727), (832, 832), (858, 858), (873, 873), (900, 900),
    ),
    "bridge": ((821, 821), (839, 839), (888, 888)),
    "car": (
        (407, 408), (436, 436), (468, 468), (479, 479), (511, 511), (555, 555), (569, 569), (609, 609), (627, 627), (656, 656), (661, 661),
        (675, 675), (717, 717), (734, 734), (751, 751), (757, 757), (779, 779), (817, 817), (864, 864), (867, 867),
    ),
    "bicycle": ((444, 444), (665, 665), (670, 671), (870, 870), (880, 880)),
    "boat": (
        (403, 403), (472, 472), (484, 484), (510, 510), (554, 554), (576, 576), (625, 625), (628, 628), (724, 724), (780, 780), (814, 814),
        (871, 871), (914, 914),
    ),
    "aeroplane": ((404, 405), (417, 417), (701, 701), (812, 812), (895, 895), (908, 908)),
    "train": ((466, 466), (547, 547), (565, 565), (705, 705), (820, 820), (829, 829), (874, 874)),
    "furniture": (
        (423, 423), (431, 431), (453, 453), (493, 493), (495, 495), (516, 516), (520, 520), (526, 526), (532, 532), (548, 548), (553, 553),
        (559, 559), (564, 564), (648, 648), (703, 703), (765, 765), (831, 831), (846, 846), (857, 857), (861, 861), (894, 894),
    ),
    "kitchenware": (
        (412, 412), (438, 438), (463, 463), (469, 469), (503, 505), (544, 544), (567, 567), (572, 572), (618, 618), (647, 647), (651, 651),
        (659, 659), (666, 666), (725, 725), (738, 738), (760, 760), (813, 813), (827, 828), (849, 849), (859, 859), (883, 883), (891, 891),
        (899, 899), (901, 901), (907, 907), (909, 910),
    ),
    "electronics": (
        (481, 482), (485, 485), (487, 487), (508, 508), (527, 528), (590, 590), (592, 592), (605, 605), (613, 613), (620, 620), (632, 632),
        (650, 650), (662, 662), (664, 664), (673, 673), (688, 688), (707, 707), (713, 713), (732, 732), (742, 742), (745, 745), (754, 754),
        (759, 759), (761, 761), (782, 782), (810, 810), (848, 848), (851, 851), (878, 878),
    ),
    "tool": (
        (477, 477), (491, 491), (499, 499), (512, 512), (587, 587), (596, 596), (633, 633), (677, 677), (710, 710), (714, 714), (731, 731),
        (740, 740), (783, 784), (792, 792), (906, 906),
    ),
    "weapon": ((413, 413), (471, 471), (597, 597), (657, 657), (744, 744), (763, 764), (847, 847)),
    "instrument": (
        (401, 402), (420, 420), (432, 432), (486, 486), (513, 513), (541, 542), (546, 546), (558, 558), (566, 566), (577, 577), (579, 579),
        (593, 594), (641, 642), (683, 684), (687, 687), (699, 699), (776, 776), (822, 822), (875, 875), (881, 881), (889, 889),
    ),
    "clothing": (
        (399, 400), (411, 411), (433, 433), (443, 443), (445, 445), (451, 452), (457, 457), (459, 459), (474, 474), (496, 496), (501, 502),
        (514, 515), (568, 568), (578, 578), (601, 601), (608, 608), (610, 610), (614, 614), (617, 617), (630, 630), (638, 639), (652, 652),
        (655, 655), (658, 658), (689, 689), (697, 697), (735, 735), (770, 770), (774, 775), (806, 806), (808, 808), (834, 834), (841, 842),
        (869, 869), (887, 887),
    ),
    "sport": (
        (416, 416), (422, 422), (429, 430), (522, 522), (543, 543), (560, 560), (574, 574), (602, 602), (702, 702), (722, 722), (736, 736),
        (746, 747), (752, 752), (768, 768), (795, 795), (805, 805), (852, 852), (890, 890), (981, 981),
    ),
}  # fmt: skip
# Shown where the document says that it shows one of these.
PEOPLE = ("person", "people", "face")
# Penalty of the ridge of vectors on topics, in pictures, and of that of topics on vectors.
PENALTY, PENALTY_BACK = 100.0, 15.0
# A topic that the vector tells less well than this (correlation on pictures left out) is not talked of.
LEAST_TOLD = 0.4


@dataclass(frozen=True)
class Topics:
    """`kind` is `reading` or `shown`; `direction` [topics, length]."""

    ids: list[str]
    kinds: list[str]
    mean: np.ndarray
    deviation: np.ndarray
    direction: np.ndarray

    def documents(self) -> list[dict[str, object]]:
        return [
            {
                "id": id_,
                "kind": kind,
                **({"classes": [list(pair) for pair in SHOWN[id_]]} if kind == "shown" and id_ in SHOWN else {}),
                "mean": round(float(mean), 6),
                "deviation": round(float(deviation), 6),
                "direction": [round(float(value), 4) for value in direction],
            }
            for id_, kind, mean, deviation, direction in zip(self.ids, self.kinds, self.mean, self.deviation, self.direction)
        ]


def shown(classes: np.ndarray, people: np.ndarray) -> np.ndarray:
    """Values of what is shown, [pictures, things]: from logits of classes and from whether documents show people."""
    weights = np.exp((classes - classes.max(1, keepdims=True)).astype(np.float64) / TEMPERATURE)
    shares = weights / weights.sum(1, keepdims=True)
    things = [sum(shares[:, first : last + 1].sum(1) for first, last in ranges) for ranges in SHOWN.values()]
    return np.stack([*things, people.astype(float)], 1)


def told(vectors: np.ndarray, topics: np.ndarray, folds: int = 5) -> np.ndarray:
    """How well vectors tell each topic: correlation on pictures left out."""
    fold, said = np.arange(len(vectors)) % folds, np.empty_like(topics)
    penalty = PENALTY_BACK * vectors.var(0).sum() / vectors.shape[1] * np.eye(vectors.shape[1])
    for index in range(folds):
        known = vectors[fold != index]
        said[fold == index] = vectors[fold == index] @ np.linalg.solve(known.T @ known + penalty, known.T @ topics[fold != index])
    return np.array([np.corrcoef(one, other)[0, 1] for one, other in zip(said.T, topics.T)])


def learn(
    attributes: list[str], readings: np.ndarray, things: np.ndarray, vectors: np.ndarray, kept: tuple[str, ...]
) -> tuple[Topics, dict[str, float]]:
    """`readings` [pictures, attributes], NaN where nothing was measured; `things` of :func:`shown`; readings that are `kept` whatever the vector
    tells of them. The topics, and how well the vector tells each."""
    ids, kinds = [*attributes, *SHOWN, "people"], ["reading"] * len(attributes) + ["shown"] * things.shape[1]
    values = np.concatenate([readings, things], 1)
    mean, deviation = np.nanmean(values, 0), np.nanstd(values, 0)
    z = np.clip(np.nan_to_num((values - mean) / deviation), -FARTHEST, FARTHEST)
    centred = vectors - vectors.mean(0)
    known = told(centred, z)
    rows = [row for row, id_ in enumerate(ids) if known[row] >= LEAST_TOLD or id_ in kept]
    z = z[:, rows]
    direction = np.linalg.solve(z.T @ z + PENALTY * np.eye(z.shape[1]), z.T @ centred)
    topics = Topics([ids[row] for row in rows], [kinds[row] for row in rows], mean[rows], deviation[rows], direction)
    return topics, {ids[row]: float(known[row]) for row in rows}
