using System.Numerics.Tensors;
using ForumQA.Storage;

namespace ForumQA.Tests.Storage;

public sealed class QuantizedVectorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(384)]
    [InlineData(1025)]
    public void Keeps_inner_products_to_half_a_hundredth(int dimensions)
    {
        var random = new Random(dimensions);
        for (var i = 0; i < 50; i++)
        {
            var (one, other) = (Direction(random, dimensions), Direction(random, dimensions));

            var product = QuantizedVector.Dot(QuantizedVector.Of(one), QuantizedVector.Of(other));

            Assert.Equal(TensorPrimitives.Dot<float>(one, other), product, 0.005);
        }
    }

    [Fact]
    public void Holds_the_greatest_numbers_of_every_byte_without_overflow()
    {
        var ones = Enumerable.Repeat(-1f, 4099).ToArray();

        Assert.Equal(4099, QuantizedVector.Dot(QuantizedVector.Of(ones), QuantizedVector.Of(ones)), 0.01);
    }

    [Fact]
    public void Takes_a_vector_of_zeros_as_it_is() =>
        Assert.Equal(0, QuantizedVector.Dot(QuantizedVector.Of(new float[40]), QuantizedVector.Of(Direction(new Random(1), 40))));

    private static float[] Direction(Random random, int dimensions)
    {
        var vector = Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }

    [Fact]
    public void Gives_back_numbers_as_near_as_its_bytes_keep_them() =>
        Assert.Equal([254f, -128f, 0f, 2f], QuantizedVector.Read(QuantizedVector.Of([254f, -128f, 0f, 2.4f])));

    [Fact]
    public void Holds_no_number_that_is_none()
    {
        Assert.Empty(QuantizedVector.Read(QuantizedVector.Of([])));
        Assert.All(QuantizedVector.Read(QuantizedVector.Of([0f, 0f])), number => Assert.Equal(0, number));
        Assert.All(QuantizedVector.Read(QuantizedVector.Of([float.PositiveInfinity, 1f])), number => Assert.True(float.IsFinite(number)));
    }
}
