namespace ForumQA.Tests.Answering.Planning;

/// <summary>The papers of a swimming pool, indexed once.</summary>
public sealed class NoticesFixture : IAsyncLifetime
{
    internal QuotedCorpus Corpus { get; private set; } = null!;

    public async Task InitializeAsync() => Corpus = await QuotedCorpus.CreateAsync(
        ("staff.txt",
            """
            STAFF OF THE POOL

            Head lifeguard
            Olwen Pryce
            Phone: 0555 010 111

            Coach
            Tom Vale
            Phone: 0555 010 222
            Email: tom@pool.example

            Treasurer ........ Ada Quill
            Secretary ........ Ben Roe
            """),
        ("notice-repairs.txt",
            """
            NOTICE
            REPAIRS AT THE POOL

            What is shut
            - Steam room
            - Slide: until 4 May

            What stays open
            - Main pool
            - Showers

            Noise
            Drilling takes place on weekday mornings. Earplugs lie at the desk.

            Entrance
            Please use the side door in Mill Lane.
            """),
        ("bus.md",
            """
            # Getting here

            ## Swim bus

            The bus calls at:

            - Snowdon: 1st of April
            - Thirlmere: 9th of May

            ## By car

            Parking is free for two hours.
            """),
        ("events.md",
            """
            # What is on from May to July

            ## May

            - Sun 9, small pool: toddlers' hour

            ## June

            - Sat 3, main pool: gala
            - Sun 11, small pool: aqua gym

            ## July

            - Sat 8, main pool: night swim
            """),
        ("lanes.md",
            """
            # Lanes

            | Lane | Holder | Use |
            |---|---|---|
            | 1 | Otters | racing |
            | 2 | free | training |
            | 4 | Seals | racing |
            | 5 | free | lessons |

            Ropes part the lanes of the pool. Width: 25 mm.
            """),
        ("prices.md",
            """
            # Prices

            | What | 2031 | 2032 |
            |---|---|---|
            | Adult swim | £4 | £5 |
            | Locker | £1 | £2 |
            | Towel | £3 | £3 |

            The deposit is paid on the first visit.
            """),
        ("rules-2031.txt", "POOL RULES\n\n1. Bathing hours\n   Two hours a visit.\n2. Conduct\n   No running. No glass.\n"),
        ("rules-2032.txt", "POOL RULES\n\n1. Bathing hours\n   Three hours a visit.\n2. Conduct\n   No running. No glass.\n"),
        ("visits.md",
            """
            # Report on the baths of the town

            ## Lakeside

            Visits fell from 9,400 in 2030 to 7,150 in 2031.

            ## Works

            The roof of Riverside was mended.
            """),
        ("boats.txt", "BOATS\n\nGrebe\n  Class: eight\n  Built: 2018\n  Rowed by: racing squad\n\nCurlew\n  Class: double\n  Built: 2005\n  Rowed by: juniors\n\nPuffin\n  Class: single\n  Built: 2011\n  Rowed by: juniors\n"),
        ("house.md",
            """
            # House rules

            ## Guests

            Write the guest's name into the book before you bring a guest to play. Guests of members are not allowed before noon on Saturdays.

            ## Gate

            Olwen Pryce locks the main gate at nine.

            **Q: Can I try it. May I use the pool before joining?**
            Of course. Two visits are free, whatever you choose to do.

            ## Diving boards

            It was decided to buy new diving boards.
            Spoke against: Bram Oke, since the old ones are sound.
            In favour 5, against 1.
            """),
        ("minutes.md",
            """
            # Minutes

            ## Badges in spring

            The price of a swim badge is £3.

            ## Badges in autumn

            The price of a swim badge goes up to £6. The seals were taught by Tom Vale in 2030.
            """));

    public async Task DisposeAsync() => await Corpus.DisposeAsync();
}
