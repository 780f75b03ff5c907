"""Names of many kinds, to rename the people of the corpus with: a reader must not know names by heart, nor only English ones.

Every second given name and every second family name of a kind is kept apart from training; renamed with those alone, the
texts that are kept apart show how well names of that kind are found (reader/evaluate.py).
"""

from __future__ import annotations

import random
from dataclasses import dataclass

_NAMES = {
    "English": (
        "Abigail Alan Becky Brenda Carl Colin Craig Darren Deborah Derek Diane Dominic Eleanor Emily Gareth Gemma Graham Hazel "
        "Howard Ian Janice Jeremy Joanne Josh Karen Keith Lauren Leslie Lindsay Malcolm Marcus Megan Nigel Owen Paula Rachel "
        "Roger Rosemary Ross Sally Scott Shirley Simon Stacey Tara Todd Tracy Trevor Vanessa Wayne",
        "Abbott Barlow Bennett Blackwood Booth Burgess Chambers Clarke Colby Dawson Doyle Fletcher Garner Gibbs Hargreaves "
        "Hobbs Hutchinson Ingram Jarvis Kendall Lambert Lockwood Marsden Maynard Norris Osborne Parrish Pickering Quinn "
        "Radcliffe Ramsey Sawyer Sheppard Stokes Sutton Thorne Tucker Vickers Wainwright Whitaker Woods Yates",
    ),
    "Vietnamese": (
        "An Anh Bình Châu Chi Cường Đức Dũng Dung Duy Giang Hà Hải Hằng Hạnh Hiếu Hoa Hòa Hùng Hương Huy Khánh Lan Linh Long "
        "Mai Minh Nam Nga Ngân Ngọc Nhung Phong Phúc Phương Quân Quang Quyên Sơn Tâm Thảo Thu Thủy Trang Trung Tuấn Tuyết Vinh Yến",
        "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Mai Tạ Cao Lương Nguyen Tran Pham Vo Dang Do Ngo",
    ),
    "Chinese": (
        "Wei Fang Jing Xiaoming Lijuan Yan Hao Jie Min Ling Qiang Xiu Ying Tao Chao Juan Meiling Jun Yu Xin Bo Zhen Ruolan Siyu "
        "Zihan Yifan Xiaoyan Guowei Jianhua Haoran Mei-ling Chia-hao Shu-fen Wai-keung Ka-yan Yuxuan Peng Lei Qing Hui",
        "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Tang Deng Feng Xiao "
        "Cheng Cao Peng Dong Yuan Cai Jiang Ye Lu Chan Wong Leung Cheung Ho Lam Tsai Hsu",
    ),
    "Indian": (
        "Aarti Abhishek Aditya Amit Ananya Anjali Arjun Ashwin Bhavna Chetan Deepak Deepika Divya Gaurav Gayatri Harish Ishaan "
        "Jayanthi Karthik Kavita Lakshmi Manish Meera Mohan Naveen Neha Nikhil Pooja Pradeep Priyanka Rahul Rajesh Ravi Rohan "
        "Sandeep Sanjana Shalini Shreya Siddharth Sneha Srinivas Sunita Suresh Swati Tarun Uma Varun Vidya Vikram Vivek Harpreet Gurdeep",
        "Agarwal Bhat Bhattacharya Chatterjee Chaudhary Das Desai Deshpande Ghosh Gupta Iyengar Iyer Jain Joshi Kapoor "
        "Kaur Khanna Kulkarni Kumar Malhotra Mehta Menon Mishra Mukherjee Naidu Nair Pandey Patel Patil Pillai Rao Reddy Roy "
        "Saxena Sengupta Shah Sharma Singh Sinha Srinivasan Subramanian Tripathi Venkatesan Verma",
    ),
    "Arabic": (
        "Ahmed Ahmad Ali Amal Amina Amr Anas Aya Bilal Dalia Farah Faisal Fatima Hadi Hala Hanan Hassan Hisham Huda Hussein "
        "Ibrahim Iman Jamal Karim Khadija Khaled Laila Layla Lina Mahmoud Mariam Mohammed Mona Muhammad Mustafa Nabil Nadia "
        "Noor Omar Rana Rania Reem Salma Samir Sami Sara Tariq Yasmin Youssef Zainab Ziad",
        "Abbas Abdallah Abdel-Rahman Aboud al-Amin al-Hashimi Al-Masri Al-Sayed al-Tikriti Ayoub Barakat Bakri Darwish El-Sayed "
        "El-Sherif Farouk Fawzi Haddad Hamdan Hariri Hijazi Ibrahim Issa Jaber Kassem Khalil Khoury Mansour Masri Mubarak Nasser "
        "Najjar Othman Qasim Rahman Saad Saleh Salem Shaheen Suleiman Younes Zaki",
    ),
    "Icelandic": (
        "Aðalheiður Anna Arnar Ásdís Ásta Baldur Birna Björk Bjarni Dagur Edda Einar Elín Eyþór Friðrik Guðrún Guðmundur Gunnar "
        "Halldór Hallgrímur Helga Hildur Hjörtur Hrafnhildur Hulda Jóhanna Jón Kári Katrín Kristín Magnús Ólafur Ragnar "
        "Ragnheiður Sigríður Sigurður Sigrún Snorri Sólveig Stefán Steinunn Svanhildur Þóra Þórður Þórunn Unnur Ægir Örn",
        "Arnarson Arnardóttir Baldursdóttir Bjarnason Björnsdóttir Einarsson Einarsdóttir Eiríksson Friðriksdóttir Guðmundsson "
        "Guðjónsdóttir Gunnarsdóttir Gunnarsson Halldórsson Hallsdóttir Helgason Jóhannesson Jónsdóttir Jónsson Karlsdóttir "
        "Kristjánsson Magnúsdóttir Magnússon Ólafsson Pálsdóttir Pétursson Ragnarsdóttir Sigurðardóttir Sigurðsson Stefánsson "
        "Sveinsdóttir Þorsteinsson Þórarinsdóttir Ægisdóttir",
    ),
    "Spanish": (
        "Adriana Agustín Alejandra Álvaro Andrés Beatriz Begoña Carmen César Claudia Cristóbal Daniela Diego Elena Emilio "
        "Esperanza Esteban Federico Fernanda Gonzalo Guillermo Inés Íñigo Itziar Javier Jimena Joaquín Lorena Lourdes Luisa "
        "Manuel Marisol Mercedes Montserrat Nuria Pablo Paloma Patricio Pilar Raúl Rocío Rodrigo Rosario Santiago Sergio Silvia "
        "Susana Tomás Verónica Xavier Yolanda",
        "Aguilar Alonso Álvarez Arroyo Benítez Blanco Cabrera Calderón Castillo Cortés Delgado Díaz Domínguez Escobar Estrada "
        "Fernández Figueroa Fuentes Gallego García Garrido Gómez Herrera Ibáñez Jiménez Lozano Maldonado Marín Medina Mendoza "
        "Molina Morales Moreno Navarro Núñez Ortega Pacheco Peña Quintana Ramírez Ríos Robles Romero Salazar Serrano Suárez "
        "Valencia Vega Villanueva Zapata Zúñiga",
    ),
    "Japanese and Korean": (
        "Akira Ayumi Chieko Daisuke Eri Hana Haruka Hiroshi Junko Kaori Kazuo Kenta Makoto Masato Megumi Naoki Rei Sakura "
        "Satoshi Shinji Takeshi Tomoko Yuko Yusuke Ji-hoon Min-jun Seo-yeon Hye-jin Soo-ah Dong-hyun Eun-ji Jae-won Sung-min Yuna",
        "Aoki Endo Fujita Hayashi Honda Inoue Ishikawa Ito Kato Kimura Kobayashi Maeda Matsuda Mori Nakamura Nishimura Ogawa Okada "
        "Saito Sasaki Shimizu Takahashi Tanaka Ueda Watanabe Yamamoto Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Shin",
    ),
    "African": (
        "Abena Adaeze Akua Amara Ayodele Babajide Chidi Chinwe Efua Emeka Fatou Folake Ifeoma Juma Kagiso Kofi Kwabena Lerato "
        "Mamadou Moussa Mpho Nandi Ngozi Njeri Nomsa Oluwaseun Ousmane Sibusiso Sipho Tendai Thandiwe Themba Tunde Wanjiru "
        "Yaa Zanele Selam Dawit Tigist Bekele",
        "Abubakar Achebe Adebayo Adeyemi Afolabi Agyeman Asante Balogun Banda Boateng Cissé Dlamini Diallo Diop Eze Kamau Keita "
        "Khumalo Kipchoge Mahlangu Mensah Moyo Mutua Mwangi Ncube Ndlovu Nkosi Nwosu Obi Ochieng Odhiambo Okafor Okeke Osei "
        "Owusu Sesay Sithole Tadesse Traoré Zuma Tesfaye Wolde",
    ),
    "Slavic": (
        "Agnieszka Aleksandr Andrzej Bogdan Boris Dmitri Dragana Ewa Goran Grzegorz Irina Ivana Jadwiga Jakub Jelena Kateřina "
        "Krzysztof Ljubica Łukasz Magdalena Marek Milan Miroslav Natalia Nikola Oksana Olga Pavel Petra Piotr Radek Svetlana "
        "Tatiana Tomasz Vesna Vladimir Wojciech Yulia Zbigniew Zdeněk",
        "Babić Bartoš Bielski Čermák Dvořák Głowacki Horák Horvat Ivanov Jankowski Jovanović Kaczmarek Kovács Kovačević Kowalczyk "
        "Kozlov Krejčí Kuznetsova Lewandowska Marković Mazur Morozov Nikolić Novák Nowicki Orlova Pavlenko Petrov Popov Procházka "
        "Sokolov Stanković Svoboda Szymański Tkachenko Volkov Wójcik Zając Zielińska",
    ),
    "German, Dutch and Nordic": (
        "Anke Annelies Bärbel Bengt Björn Birgit Carsten Dörte Eike Elke Erik Femke Frauke Freya Geert Gerrit Gudrun Hanneke Heike "
        "Henrik Ingrid Jeroen Jürgen Kaarina Karsten Kirsten Lars Liv Maarten Marieke Mette Mikko Niels Nils Outi Pekka Pieter "
        "Rolf Saskia Silke Sören Svenja Thijs Torsten Ulf Ute Wiebke Willem Wouter",
        "Aalto Ackermann Andersen Bakker Baumann Becker Berglund Brandt de Boer de Vries Eklund Engel Fischer Friis Haas Hansen "
        "Hendriks Holm Jansen Johansson Kaiser Keller Koskinen Kramer Krüger Lehmann Lindholm Lorenz Meijer Mäkinen Möller Nielsen "
        "Nyström Olsen Peeters Pfeiffer Rasmussen Schäfer Schmitt Sørensen van Dijk van der Meer Visser Vogel Wagner Winkler Zimmermann",
    ),
    "French, Italian and Portuguese": (
        "Adèle Agnès Amélie Antoine Aurélie Benoît Camille Cécile Chiara Cláudia Cristiano Damien Davide Elisabetta Fabien "
        "Fabrizio Fernando Florence Francesca Gaël Giulia Giuseppe Hélène Inês Jérôme João Laurent Luca Lucie Maëlle Marcello "
        "Margarida Mathilde Matteo Nuno Océane Paolo Rafael Rui Sébastien Stefania Sylvie Thierry Tiago Valentina Yannick",
        "Almeida Barbosa Barbieri Beaumont Bianchi Blanchard Bonnet Carvalho Chevalier Colombo Conti Costa Dubois Dupont Esposito "
        "Faure Ferreira Fontaine Gallo Gauthier Girard Greco Lambert Leclerc Lefèvre Lombardi Marchand Martins Mercier Monteiro "
        "Moreau Moretti Nogueira Oliveira Perrin Pinto Renard Ricci Rossi Roussel Santos Silveira Teixeira Vieira",
    ),
}
_PARTS = ("de", "van", "der")
_HANDLES = (
    "acorn amber anvil arrow ash axle badger bandit barley beacon beetle birch biscuit bit blaze blue bolt bramble brick bug "
    "byte candle carbon cedar cipher clover cobalt code comet copper coral crow cyber dash delta dev dingo dot dragon drift "
    "echo ember falcon fern ferret flint fog fox frost gamma ghost giga glitch gnome goose hack hawk hazel hex hive ink iron "
    "ivy jade jelly kiwi knit lark lemon loop lunar lynx maple marble mellow meta mint mocha moon moose moss moth neon night "
    "nimbus noodle null oak ocean octo onyx orbit otter owl panda paper pebble penguin pepper pixel plum pond proto quartz "
    "quill rabbit rain raven retro river robin rogue root ruby rust salt sand shadow sigma silver sketch sly snow solar spark "
    "spoon static stone storm sugar swift tango tea thorn tiger toast turbo turtle velvet vim violet void wave whisk wicked "
    "wild willow wolf wombat yarn zen zero zinc"
).split()
GIVEN_LAST = ("Vietnamese",)
FAMILY_FIRST = ("Vietnamese", "Chinese", "Japanese and Korean")
KINDS = tuple(_NAMES)


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody's full name, and what they are called for short."""

    full: str
    given: str
    family: str


def invent(kind: str, rng: random.Random, apart: bool = False) -> Invented:
    """A name of one kind, out of those for training or of those kept apart."""
    given, family = rng.choice(_share(kind, 0, apart)), rng.choice(_share(kind, 1, apart))
    if kind == "Vietnamese":
        middle = rng.choice(("Văn", "Thị", "Minh", "Thanh", "", "", "", ""))
        if rng.random() < 0.7:
            return Invented(" ".join(f"{family} {middle} {given}".split()), given, family)
    elif kind in FAMILY_FIRST and rng.random() < 0.35:
        return Invented(f"{family} {given}", given, family)
    if kind == "Spanish" and rng.random() < 0.25:
        return Invented(f"{given} {family} {rng.choice(_share(kind, 1, apart))}", given, family)
    return Invented(f"{given} {family}", given, family)


def handle(rng: random.Random) -> str:
    """What somebody might be called on the net."""
    first, second = rng.choice(_HANDLES), rng.choice(_HANDLES)
    given = rng.choice(_share(rng.choice(KINDS), 0, False)).lower()
    number = str(rng.choice((1, 2, 3, 7, 9, 42, 64, 77, 99, 404, 2000)))
    return rng.choice(
        (first, first + second, f"{first}_{second}", first + number, given + number, f"{given}_{first}", first[0] + given,
         given + first[0], number + first + second, f"{first.title()}{second.title()}", f"{given.title()}{number}",
         f"{first}.{second}", first.title(), f"mr{first}", f"_{given}")
    )  # fmt: skip


def _share(kind: str, part: int, apart: bool) -> list[str]:
    listed: list[str] = []
    for word in _NAMES[kind][part].split():
        if listed and listed[-1].split()[-1] in _PARTS:
            listed[-1] += f" {word}"
        else:
            listed.append(word)
    return [n for i, n in enumerate(listed) if (i % 2 == 1) == apart]
